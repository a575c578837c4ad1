export * from './idempotency.errors';
export { IdempotencyInterceptor } from './idempotency.interceptor';
export * from './idempotency.module';
export { SweepKeys } from './sweep-keys';
