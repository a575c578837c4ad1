export * from './collection-totals.statement';
export * from './collections.repository';
export * from './due';
export * from './payable.statement';
export * from './payment-collection';
export * from './payment-collections.errors';
export * from './payment-collections.module';
