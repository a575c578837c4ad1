import { Resolver } from 'node:dns/promises';
import type { LookupAddress } from 'node:dns';

const TIME_LIMIT_MS = 2000;
const TRIES = 2;

/**
 * Resolves a name with DNS queries. The system's lookup (getaddrinfo) blocks one of two threads shared by all lookups
 * of this process: a name whose server does not respond would delay gateway calls.
 * @throws Error with a code if the name has no address
 */
export async function lookUp(host: string): Promise<LookupAddress[]> {
  // Always this machine (RFC 6761), never sent to the DNS.
  if (/(^|\.)localhost\.?$/i.test(host)) return [{ address: '127.0.0.1', family: 4 }];
  const resolver = new Resolver({ timeout: TIME_LIMIT_MS, tries: TRIES });
  const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
  const found = [...addressesIn(four, 4), ...addressesIn(six, 6)];
  if (found.length === 0 && four.status === 'rejected') throw four.reason;
  return found;
}

function addressesIn(result: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] {
  return result.status === 'fulfilled' ? result.value.map((address) => ({ address, family })) : [];
}
