export { ResolveOperations } from './resolve-operations';
export * from './webhooks.module';
export * from './out';
