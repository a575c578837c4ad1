export { LimitAttempts } from './attempts.guard';
export type { Attempt } from './attempts';
export * from './rate-limits.errors';
export * from './rate-limits.module';
export { RequestLimits } from './request-limits';
export { SweepRateLimits } from './sweep-rate-limits';
