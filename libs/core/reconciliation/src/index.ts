export * from './differences';
export * from './reconcile-closings';
export * from './reconcile-orders';
export * from './reconcile-payments';
export * from './reconciliation.module';
