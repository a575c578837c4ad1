import type { RawBody } from '@tandem/http';
import type { ProviderEventInput } from '@tandem/gateway-events';

/** Medusa omits the provider's prefix: `stripe_stripe` is pp_stripe_stripe. */
export function toProviderEvent(provider: string, { headers, body }: RawBody): ProviderEventInput {
  return { hook: `/hooks/payment/${provider}`, headers, body };
}
