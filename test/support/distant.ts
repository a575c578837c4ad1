import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Server } from './server-process';
import { anotherServer, database, type StoreMade } from './tandem';

/** The gateway of plugins/distant.js: its world outlives the servers that ask it. */
export interface Distant {
  readonly id: string;
  /** A server that has it. */
  server(more?: Record<string, string>): Promise<Server>;
  /** What it did, a line an effect: "open distant_…", "close distant_…", "holder <customer>". */
  did(what: string): string[];
  /** Gives a store a method of it. */
  openFor(store: StoreMade): Promise<void>;
}

/** One for each test file, for servers of one database settle what others have left open. */
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
