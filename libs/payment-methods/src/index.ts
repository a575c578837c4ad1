export * from './add-payment-method';
export * from './change-payment-method';
export * from './payment-method';
export * from './payment-methods.errors';
export * from './payment-methods.module';
export * from './payment-methods.reader';
export * from './providers.reader';
export * from './remove-payment-method';
