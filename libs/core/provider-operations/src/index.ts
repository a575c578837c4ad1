export { CarryOut } from './carry-out';
export { OpenOperations, type OpenOperation } from './open-operations';
export { ProviderCalls, type CalledFor } from './provider-calls';
export * from './provider-operation';
export * from './provider-operations.errors';
export * from './provider-operations.module';
export { ProviderOperations } from './provider-operations.repository';
export * from './refused-closings.repository';
