export * from './caller';
export * from './core-error';
export * from './given';
export * from './paging';
export * from './request-context';
export * from './states';
export * from './claim-taken';
