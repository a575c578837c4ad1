import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Server } from './server-process';
import { anotherServer, database, type StoreMade } from './tandem';

/** The gateway of plugins/distant.js: its state outlives the servers that call it. */
export interface Distant {
  readonly id: string;
  /** A server with this provider. */
  server(more?: Record<string, string>): Promise<Server>;
  /** Its effects, one per line: "open distant_…", "close distant_…", "holder <customer>". */
  did(what: string): string[];
  /** Creates a payment method of it in a store. */
  openFor(store: StoreMade): Promise<void>;
}

/** One per test file, because servers of one database settle each other's open operations. */
export function distant(name: string): Distant {
  const id = `pp_distant_${name}`;
  const world = mkdtempSync(join(tmpdir(), 'tandem-distant-'));
  const env = {
    TANDEM_PLUGINS: resolve('test/support/plugins/distant.js'),
    DISTANT_WORLD: world,
    DISTANT_ID: id,
  };
  return {
    id,
    server: (more = {}) => anotherServer({ ...env, ...more }),
    did: (what) =>
      readFileSync(join(world, 'diary'), { encoding: 'utf8', flag: 'a+' })
        .split('\n')
        .filter((line) => line.startsWith(`${what} `))
        .map((line) => line.slice(what.length + 1)),
    openFor: async (store) => {
      await database().query(
        `INSERT INTO payment_methods (store_id, id, provider_id, name, session_required)
         SELECT store_id, gen_random_uuid(), $2, 'Distant', true FROM api_keys WHERE token = $1`,
        [store.publishable_key, id],
      );
    },
  };
}
