export * from './caller';
export * from './core-error';
export { defineError } from './define-error';
export * from './given';
export * from './paging';
export * from './request-context';
export * from './response-model';
export * from './states';
export * from './claim-taken';
