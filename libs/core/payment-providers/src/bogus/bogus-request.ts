import type { ProviderMoney } from '@tandem/provider-kit';
import type { BogusRequest } from './bogus-gateway.repository';

/** A request to the gateway; the fingerprint of amount and `about` detects a key reused for another request. */
export function requestOf(
  verb: BogusRequest['verb'],
  { operationKey }: { operationKey: string },
  amount: ProviderMoney,
  about: string,
): BogusRequest {
  return { key: operationKey, verb, fingerprint: `${verb} ${amount.minor} ${amount.currency} ${about}` };
}
