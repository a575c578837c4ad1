export * from './checkout.errors';
export * from './checkout.module';
export * from './complete-order';
export * from './hand-over-order';
export * from './order-details.reader';
