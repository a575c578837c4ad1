export * from './medusa-api.module';
export { medusaDialect } from './medusa-dialect';
export { medusaId } from './medusa-ids';
