export * from './order';
export * from './order-totals';
export * from './order.states';
export * from './orders.errors';
export * from './orders.module';
export * from './orders.reader';
export { OrdersRepository, type NewOrder } from './orders.repository';
