export { CarryOut } from './carry-out';
export { ProviderCalls, type CalledFor } from './provider-calls';
export * from './provider-operation';
export * from './provider-operations.errors';
export * from './provider-operations.module';
export { ProviderOperations } from './provider-operations.repository';
