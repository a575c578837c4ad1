export * from './collections.repository';
export * from './payment-collection';
export * from './payment-collections.errors';
export * from './payment-collections.module';
