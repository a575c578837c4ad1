import { join } from 'node:path';
import { Client } from 'pg';
import { parentOf } from './cpu';
import { measure, type Request } from './load';
import type { Effort } from './options';
import { start, stop, type Environment, type Listening } from './processes';
import { CREATE_ROW, type Row } from './rows';
import { World } from './world';

const SERVER = 'dist/apps/api/src/main.js';

/** What a row is measured on: a server, and the next request for it. */
export interface Target {
  readonly server: Listening;
  next(): Request;
}

/** A built checkout: its server on a database of its own, with a store. */
export class Checkout {
  private isWarm = false;

  private constructor(
    readonly server: Listening,
    readonly world: World,
    readonly env: Environment,
  ) {}

  /** Its database. */
  get url(): string {
    return this.env['DATABASE_URL'] ?? '';
  }

  async close(): Promise<void> {
    await this.world.close();
    await stop(this.server);
  }

  /** `database` is created; `dir` holds dist/. */
  static async start(env: Environment, database: string, dir = '.'): Promise<Checkout> {
    const url = new URL(env['DATABASE_URL'] ?? '');
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(`CREATE DATABASE ${database}`);
    await client.end();
    url.pathname = database;
    const own = { ...env, DATABASE_URL: url.href };
    const server = await start(join(dir, SERVER), own);
    return new Checkout(server, await World.make(server, own, dir), own);
  }

  /** Makes the row's orders and warms the server up. */
  async prepare(row: Row, effort: Effort): Promise<Target> {
    const once = row.orders === 'once';
    const isCold = !this.isWarm;
    this.isWarm = true;
    if (isCold && once) await this.prepare(CREATE_ROW, { ...effort, warmUpOfRow: effort.warmUp });
    const requests = once ? 2 * effort.once : isCold ? effort.warmUp : effort.warmUpOfRow;
    const count = once ? requests + effort.turns * effort.once + 1 : Number(row.orders);
    const orders = await this.world.orders(row.stage, count);
    await this.world.analyze();
    let n = 0;
    const next = (): Request => {
      const order = orders[once ? n++ : n++ % count];
      if (!order) throw new Error(`${row.name} needs more than ${count} orders`);
      return row.request(this.world, order);
    };
    await this.check(row, next());
    await measure({ url: this.server.url, connections: row.connections, requests }, next);
    return { server: this.server, next };
  }

  /** A load counts only statuses: the first response is read. */
  private async check({ name, expects = '' }: Row, { path, ...request }: Request): Promise<void> {
    const response = await fetch(this.server.url + path, request);
    const text = await response.text();
    if (!response.ok || !text.includes(expects)) throw new Error(`${name}: ${response.status} ${text}`);
  }
}

/** The process of Postgres whose children are its connections. */
export async function postmasterOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  await client.end();
  return postmaster;
}
