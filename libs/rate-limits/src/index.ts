export { LimitedByAddress, type AddressLimit } from './limited-by-address';
export * from './rate-limits.errors';
export * from './rate-limits.module';
export { RequestLimits } from './request-limits';
