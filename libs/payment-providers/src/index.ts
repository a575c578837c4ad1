export { CarryOut } from './carry-out';
export * from './open-operations';
export * from './payment-providers.errors';
export * from './payment-providers.module';
export { ProviderCalls } from './provider-calls';
export * from './provider-operation';
export { ProviderOperations } from './provider-operations.repository';
export { PAYMENT_PROVIDERS, ProviderRegistry } from './provider-registry';
