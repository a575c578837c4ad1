export * from './spree-api.module';
export { spreeDialect } from './spree-dialect';
export { spreeId } from './spree-ids';
export { spreeEvents } from './webhooks/event.presenter';
