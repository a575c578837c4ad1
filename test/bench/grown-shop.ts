import { Client } from 'pg';
import { fill, shopIn } from '../volume/fill';
import { parentOf } from './cpu';
import { start, type Environment, type Listening } from './processes';
import { World } from './world';

/** A database with a given number of orders, and a server on it. */
export interface Shop {
  readonly server: Listening;
  readonly world: World;
  /** The processes whose CPU time is measured: the server and Postgres. */
  readonly pids: readonly number[];
}

// A thousand unpaid orders to pay for, besides the generated ones.
const UNPAID = 1_000;

// Orders of a returning customer.
const OWN_ORDERS = 40;

export async function growShop(env: Environment, name: string, orders: number): Promise<Shop> {
  const url = new URL(env['DATABASE_URL'] ?? '');
  await ask(url.href, `CREATE DATABASE ${name}`);
  url.pathname = name;
  const own = { ...env, DATABASE_URL: url.href };
  const server = await start('dist/apps/api/src/main.js', own);
  const world = await World.make(server, own, UNPAID);
  process.stderr.write(`filling a shop with ${orders.toLocaleString('en')} orders\n`);
  await fill(url.href, await shopIn(url.href), orders);
  await giveOrders(url.href, world.customerEmail);
  const pid = server.child.pid ?? 0;
  return { server, world, pids: [pid, await postmasterOf(url.href)] };
}

/** Assigns some of the generated orders to the customer with a login. */
async function giveOrders(url: string, email: string): Promise<void> {
  await ask(
    url,
    `UPDATE orders o SET customer_id = (SELECT id FROM customers WHERE email = $1)
      WHERE id IN (SELECT id FROM orders WHERE state = 'completed' ORDER BY id LIMIT $2)`,
    [email, OWN_ORDERS],
  );
}

async function postmasterOf(url: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  await client.end();
  return postmaster;
}

async function ask(url: string, text: string, values: readonly unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text, [...values]);
  await client.end();
}
