export { ResolveOperations } from './resolve-operations';
export * from './webhooks.module';
