export * from './spree-api.module';
export { spreeDialect } from './errors/spree-dialect';
export { spreeId } from './ids/spree-ids';
export { spreeEvents } from './webhooks/event.serializer';
