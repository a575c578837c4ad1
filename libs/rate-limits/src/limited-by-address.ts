import { SetMetadata } from '@nestjs/common';

/** What one address may try how often in a minute (Spree's numbers); a gateway sends events for all its shops from few. */
export const PER_ADDRESS = { login: 5, register: 3, refresh: 10, hook: 1000, method_hook: 120 } as const;

export type AddressLimit = keyof typeof PER_ADDRESS;

const LIMIT = 'tandem:address-limit';

/** Limits a route for each client address, beside the limit of its API key. */
export function LimitedByAddress(limit: AddressLimit): MethodDecorator {
  return SetMetadata(LIMIT, limit);
}

/** Null for a route that is limited by its key alone. */
export function addressLimitOf(handler: object): AddressLimit | null {
  return (Reflect.getMetadata(LIMIT, handler) as AddressLimit | undefined) ?? null;
}
