export * from './durable-file';
export * from './error-code';
