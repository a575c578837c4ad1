import { readFileSync } from 'node:fs';
import { measure } from './load';
import type { Effort } from './options';
import type { RowCosts } from './report';

// It creates some 36 sessions a second: a warm-up of seconds, not of 20,000 requests.
const WARM_UP_SECONDS = 10;

/** What is measured of a running Medusa: its publishable key and a file with ids of payment collections, one a line. */
interface Running {
  readonly key: string;
  readonly collections: string;
  readonly effort: Effort;
}

/** A running Medusa's session create, by its system provider. Its processes are its own affair: no CPU. */
export async function measureMedusa(url: string, { key, collections, effort }: Running): Promise<RowCosts> {
  const ids = readFileSync(collections, 'utf8').match(/pay_col_\w+/g) ?? [];
  const headers = { 'content-type': 'application/json', 'x-publishable-api-key': key };
  const body = JSON.stringify({ provider_id: 'pp_system_default' });
  const load = (seconds: number): ReturnType<typeof measure> =>
    measure({ url, connections: 16, seconds }, (n) => {
      const path = `/store/payment-collections/${ids[n % ids.length]}/payment-sessions`;
      return { method: 'POST', path, headers, body };
    });
  await load(WARM_UP_SECONDS);
  const measured = await load(effort.seconds * effort.turns);
  const tandem = { ...measured, nodeUs: NaN, postgresUs: NaN };
  return { row: `Medusa itself, ${ids.length} collections`, connections: 16, goal: '', tandem };
}
