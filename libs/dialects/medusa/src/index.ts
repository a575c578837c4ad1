export { CookieSessions } from './auth/cookie-sessions';
export * from './medusa-api.module';
export { medusaDialect } from './errors/medusa-dialect';
export { medusaId } from './ids/medusa-ids';
