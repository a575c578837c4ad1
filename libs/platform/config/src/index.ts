export * from './settings';
export * from './settings-error';
