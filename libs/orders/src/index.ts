export * from './address';
export * from './order';
export * from './order-totals';
export * from './order.states';
export type { OrderFilters, OrderSort } from './order-lists.repository';
export * from './orders.errors';
export * from './orders.module';
export * from './orders.reader';
export { OrdersRepository, type ItemToSave, type NewOrder } from './orders.repository';
