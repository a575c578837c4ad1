import type { RawBody } from '@tandem/http';
import type { NewWebhookEvent } from '@tandem/webhooks';

/** Medusa names the provider without its prefix: `stripe_stripe` is pp_stripe_stripe. */
export function toNewEvent(provider: string, { headers, body }: RawBody): NewWebhookEvent {
  return { providerId: `pp_${provider}`, headers, body };
}
