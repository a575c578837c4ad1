export * from './payment-providers.errors';
export * from './payment-providers.module';
export { PAYMENT_PROVIDERS, ProviderRegistry } from './provider-registry';
