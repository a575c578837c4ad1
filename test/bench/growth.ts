import { FULL_SIZE } from '../volume/fill';
import { cpuOf } from './cpu';
import { growShop, type Shop } from './grown-shop';
import { measure, type Load, type Measured, type Request } from './load';
import { stop, type Environment } from './processes';
import type { Stage, Subject, World } from './world';

// Measures the cost of growth: the same rows on a small and a big shop in turns, so that both run under the same conditions.

const SMALL = 3_000;
const CONNECTIONS = 8;
const REPEATS = 3;

// A round of completions has a fixed number of requests, because each needs its own order. The load generator prepares a few extra.
const COMPLETED = 400;
const ORDERS = 100;
const PREPARED = COMPLETED + 2 * CONNECTIONS;

/** The median of a row's rounds on one shop. */
export interface AtSize extends Measured {
  /** CPU time of the server and Postgres per response, ms. */
  readonly cpuMs: number;
}

/** A row's results on both shops. */
export interface Growth {
  readonly row: string;
  readonly small: AtSize;
  readonly big: AtSize;
}

interface Row {
  readonly name: string;
  /** The stage of its orders; default: unpaid. */
  readonly stage?: Stage;
  /** Whether each request needs its own order. */
  readonly isOnce?: true;
  request(world: World, order: Subject): Request;
}

const list = (path: string): Row => ({ name: `GET ${path}`, request: (world) => world.adminList(path) });

const spreeList = (path: string): Row => ({
  name: `GET ${path}`,
  request: (world) => world.spreeAdminList(path),
});

const ROWS: readonly Row[] = [
  { name: 'Spree session create', request: (world, order) => world.spreeCreate(order) },
  {
    name: 'complete session',
    stage: 'open',
    isOnce: true,
    request: (world, order) => world.sessionComplete(order),
  },
  { name: 'a customer’s own orders, Spree', request: (world) => world.ordersOfSpreeCustomer() },
  { name: 'a customer’s own orders, Medusa', request: (world) => world.ordersOfMedusaCustomer() },
  list('/admin/payments?limit=20'),
  list('/admin/payments?limit=20&offset=2000'),
  list('/admin/orders?limit=20'),
  // Searches that find one, a few (one order in the small shop, four in the big one), none, and nearly all.
  ...['V000002777', 'payer-777@', 'payer-99999999@', 'example'].flatMap((q) => [
    list(`/admin/orders?limit=20&q=${q}`),
    spreeList(`/api/v3/admin/orders?limit=20&search=${q}`),
  ]),
  ...['shopper-777@', 'shopper-99999999@', 'example'].flatMap((q) => [
    list(`/admin/customers?limit=20&q=${q}`),
    spreeList(`/api/v3/admin/customers?limit=20&q[email_cont]=${q}`),
  ]),
];

function nth<T>(of: readonly T[], n: number): T {
  const one = of[n];
  if (one === undefined) throw new Error(`there are only ${of.length}: no number ${n}`);
  return one;
}

/** What is measured. */
interface Requested {
  readonly seconds: number;
  /** A regular expression for the names of the rows; default: all. */
  readonly rows?: string;
}

/** Measures the rows on a shop with 3,000 orders and on one with 340,000. */
export async function measureGrowth(
  env: Environment,
  { seconds, rows: pattern = '' }: Requested,
): Promise<Growth[]> {
  const small = await growShop(env, 'small', SMALL);
  const big = await growShop(env, 'big', FULL_SIZE);
  const rows: Growth[] = [];
  const requested = ROWS.filter(({ name }) => new RegExp(pattern).test(name));
  for (const row of requested) rows.push(await inTurns(row, { small, big }, seconds));
  await stop(small.server);
  await stop(big.server);
  return rows;
}

async function inTurns(
  row: Row,
  { small, big }: Record<'small' | 'big', Shop>,
  seconds: number,
): Promise<Growth> {
  const repeats: Record<'small' | 'big', AtSize[]> = { small: [], big: [] };
  for (let round = 0; round < REPEATS; round++) {
    repeats.small.push(await oneRound(row, small, seconds));
    repeats.big.push(await oneRound(row, big, seconds));
  }
  return { row: row.name, small: middleOf(repeats.small), big: middleOf(repeats.big) };
}

async function oneRound(row: Row, { server, world, pids }: Shop, seconds: number): Promise<AtSize> {
  const orders = await world.orders(row.stage ?? 'unpaid', row.isOnce ? PREPARED : ORDERS);
  const at = { url: server.url, connections: CONNECTIONS };
  const load: Load = row.isOnce ? { ...at, requests: COMPLETED } : { ...at, seconds };
  const before = cpuOf(pids);
  const measured = await measure(load, (n) => row.request(world, nth(orders, n % orders.length)));
  return { ...measured, cpuMs: (cpuOf(pids) - before) / measured.responses };
}

function middleOf(repeats: readonly AtSize[]): AtSize {
  const sorted = [...repeats].sort((one, other) => one.perSecond - other.perSecond);
  return nth(sorted, Math.floor(sorted.length / 2));
}
