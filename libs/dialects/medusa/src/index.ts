export * from './medusa-api.module';
export { medusaDialect } from './errors/medusa-dialect';
export { medusaId } from './ids/medusa-ids';
