export * from './differences';
export * from './reconcile-cancellations';
export * from './reconcile-orders';
export * from './reconcile-payments';
export * from './reconciliation.module';
