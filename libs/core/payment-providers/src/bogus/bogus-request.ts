import type { ProviderMoney } from '@tandem/provider-kit';
import type { BogusRequest } from './bogus-gateway.repository';

/** A request as the gateway hears it; `about` with the amount tells it from another with the same key. */
export function requestOf(
  verb: BogusRequest['verb'],
  { operationKey }: { operationKey: string },
  amount: ProviderMoney,
  about: string,
): BogusRequest {
  return { key: operationKey, verb, fingerprint: `${verb} ${amount.minor} ${amount.currency} ${about}` };
}
