import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { anOrder, asGuest, asShopper, call, methodOf, sessionsPath, type Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, type OrderMade, type StoreMade } from '../support/tandem';
import { until } from '../support/target-server';

// Slow clients or a flood on one store, next to shoppers of another. Each test prints how much longer the shoppers wait; only
// that they are served is asserted, because timings are noisy.

const SLOW = 300;
const REQUESTS = 40;
/** Requests per minute from one address. */
const LIMIT = 100;
/** One visitor's connections and total requests per second: over a hundred times the limit per minute. */
const FLOOD_CONNECTIONS = 8;
const FLOOD_PER_SECOND = 200;

let attacked: StoreMade;
let other: StoreMade;
let server: Server;
let order: OrderMade;
let trickle: NodeJS.Timeout | undefined;
const sockets: Socket[] = [];

beforeAll(async () => {
  [attacked, other] = [await aStore(), await aStore()];
  server = await anotherServer({ TANDEM_RATE_LIMIT: String(LIMIT), TANDEM_TRUST_PROXY: '1' });
});
beforeEach(async () => {
  order = await anOrder(other);
});
afterEach(async () => {
  clearInterval(trickle);
  for (const socket of sockets.splice(0)) socket.destroy();
  await expectInvariants(order);
});
afterAll(() => server.stop());

/** The duration of each of a shopper's requests, ms; all must succeed. */
async function shop(): Promise<number[]> {
  const durations: number[] = [];
  for (let i = 0; i < REQUESTS; i++) {
    const began = performance.now();
    const headers = { ...asGuest(other, order), 'x-forwarded-for': `198.51.100.${i}` };
    const at = { headers, server: server.url };
    const reply =
      i % 2 === 0
        ? await call('POST', sessionsPath(order), { ...at, body: { payment_method_id: methodOf(other) } })
        : await call('GET', `/api/v3/store/carts/${order.id}`, at);
    durations.push(performance.now() - began);
    expect(reply.status).toBe(i % 2 === 0 ? 201 : 200);
  }
  return durations;
}

function medianOf(durations: readonly number[]): number {
  return [...durations].sort((one, next) => one - next)[Math.floor(durations.length / 2)] ?? NaN;
}

/** The other store's median response time after `begin`, as a multiple of the idle one. */
async function timesAsLong(begin: () => Promise<void>): Promise<string> {
  await shop();
  const idle = medianOf(await shop());
  await begin();
  const loaded = medianOf(await shop());
  return `${(loaded / idle).toFixed(1)} times ${idle.toFixed(1)} ms`;
}

const head = (method: string, path: string, ...more: string[]): string =>
  [
    `${method} ${path} HTTP/1.1`,
    'Host: shop',
    `x-publishable-api-key: ${attacked.publishable_key}`,
    ...more,
    '',
  ].join('\r\n');
const postHead = (): string =>
  head('POST', '/store/carts', 'Content-Type: application/json', 'Content-Length: 2000');

/** What a slow visitor sends first, and then repeatedly. */
const SLOW_CLIENTS: Readonly<Record<string, readonly [first: () => string, then: string]>> = {
  'sends headers slowly and never ends them': [() => head('GET', '/store/regions'), 'X-More: 1\r\n'],
  'sends a body byte by byte': [() => `${postHead()}\r\n{"metadata":{"a":"`, 'x'],
  'announces a body and sends none': [() => `${postHead()}\r\n`, ''],
  'sends a request and does not read the response': [() => `${head('GET', '/store/regions')}\r\n`, ''],
};

async function openSocket(): Promise<Socket> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  await new Promise((opened) => socket.once('connect', opened));
  return socket;
}

it.each(Object.entries(SLOW_CLIENTS))(
  'three hundred clients at once, each of which %s',
  async (name, [first, then]) => {
    const slowdown = await timesAsLong(async () => {
      for (let i = 0; i < SLOW; i++) sockets.push(await openSocket());
      for (const socket of sockets) socket.write(first());
      trickle = setInterval(() => sockets.forEach((socket) => then !== '' && socket.write(then)), 200);
    });
    expect(sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(SLOW);
    process.stdout.write(`next to a client that ${name}: ${slowdown}\n`);
  },
);

const flooderHeaders = (): Record<string, string> => ({
  ...asShopper(attacked),
  'x-forwarded-for': '192.0.2.66',
});
const providers = (): string => `/store/payment-providers?region_id=${attacked.region_id}`;

/** A visitor far above the limit, in its own process; returns its responses. */
async function flood(): Promise<Json> {
  const named = Object.entries(flooderHeaders()).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const args = [
    '-c',
    String(FLOOD_CONNECTIONS),
    '-R',
    String(FLOOD_PER_SECOND),
    '-d',
    '8',
    '--json',
    ...named,
    server.url + providers(),
  ];
  const child = spawn(process.execPath, [require.resolve('autocannon'), ...args]);
  return JSON.parse(await text(child.stdout));
}

it('a visitor above the limit is refused, and the other store’s shoppers are served', async () => {
  let flooded: Promise<Json> | undefined;
  const slowdown = await timesAsLong(async () => {
    flooded = flood();
    await until(
      async () =>
        (await call('GET', providers(), { headers: flooderHeaders(), server: server.url })).status === 429,
      30_000,
    );
  });
  const { '2xx': served, '4xx': refused } = await flooded;
  process.stdout.write(`next to a flood of ${served + refused}: ${slowdown}\n`);
  expect(served).toBeLessThanOrEqual(LIMIT);
  expect(refused).toBeGreaterThan(0);
});

it('idle connections stay open longer than a load balancer keeps them, and the response says so', async () => {
  const { headers } = await fetch(`${server.url}/health/live`);
  expect(headers.get('keep-alive')).toBe('timeout=65');
});
