import { Client } from 'pg';
import { fill, shopIn } from '../volume/fill';
import { Checkout, postmasterOf } from './checkout';
import type { Environment, Listening } from './processes';
import type { World } from './world';

/** A database with a given number of orders, and a server on it. */
export interface Shop {
  readonly server: Listening;
  readonly world: World;
  /** The processes whose CPU time is measured: the server and Postgres. */
  readonly pids: readonly number[];
}

// Orders of a returning customer.
const OWN_ORDERS = 40;

export async function growShop(env: Environment, name: string, orders: number): Promise<Shop> {
  const { server, world, url } = await Checkout.start(env, name);
  process.stderr.write(`filling a shop with ${orders.toLocaleString('en')} orders\n`);
  await fill(url, await shopIn(url), orders);
  await giveOrders(url, world.customerEmail);
  const pid = server.child.pid ?? 0;
  return { server, world, pids: [pid, await postmasterOf(url)] };
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

async function ask(url: string, text: string, values: readonly unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(text, [...values]);
  await client.end();
}
