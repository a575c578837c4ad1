import type { RawBody } from '@tandem/http';
import type { ProviderEventInput } from '@tandem/gateway-events';

export function toProviderEvent(provider: string, { headers, body }: RawBody): ProviderEventInput {
  return { hook: `/${provider}`, headers, body };
}
