import { spawn } from 'node:child_process';
import { connect, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { anOrder, asGuest, asShopper, call, methodOf, sessionsPath, type Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, type OrderMade, type StoreMade } from '../support/tandem';
import { until } from '../support/target-server';

// Slow or far too many visitors of one shop, next to shoppers of another. Each test prints how much longer those wait than
// without the visitors, for information only, because machines are noisy: the rule is that they are served at all.

const SLOW = 300;
const SAVE_VALUES = 40;
/** Requests per minute from one address. */
const LIMIT = 100;
/** One visitor's connections, and total requests per second: a hundred times the limit. */
const FLOODS = 8;
const A_SECOND = 200;

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
  const took: number[] = [];
  for (let i = 0; i < SAVE_VALUES; i++) {
    const began = performance.now();
    const headers = { ...asGuest(other, order), 'x-forwarded-for': `198.51.100.${i}` };
    const at = { headers, server: server.url };
    const reply =
      i % 2 === 0
        ? await call('POST', sessionsPath(order), { ...at, body: { payment_method_id: methodOf(other) } })
        : await call('GET', `/api/v3/store/carts/${order.id}`, at);
    took.push(performance.now() - began);
    expect(reply.status).toBe(i % 2 === 0 ? 201 : 200);
  }
  return took;
}

function medianOf(took: readonly number[]): number {
  return [...took].sort((one, next) => one - next)[Math.floor(took.length / 2)] ?? NaN;
}

/** The other shop's waiting time during `trouble`, as a multiple of the normal one. */
async function timesAsLong(begin: () => Promise<void>): Promise<string> {
  await shop();
  const idle = medianOf(await shop());
  await begin();
  const troubled = medianOf(await shop());
  return `${(troubled / idle).toFixed(1)} times ${idle.toFixed(1)} ms`;
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
const SLOWLY: Readonly<Record<string, readonly [first: () => string, then: string]>> = {
  'sends a header now and then, and never the last': [() => head('GET', '/store/regions'), 'X-More: 1\r\n'],
  'sends a body byte by byte': [() => `${postHead()}\r\n{"metadata":{"a":"`, 'x'],
  'says how long a body is, and sends none': [() => `${postHead()}\r\n`, ''],
  'asks, and reads no answer': [() => `${head('GET', '/store/regions')}\r\n`, ''],
};

async function openSocket(): Promise<Socket> {
  const { port } = new URL(server.url);
  const socket = connect(Number(port), '127.0.0.1');
  socket.on('error', () => undefined);
  socket.pause();
  await new Promise((opened) => socket.once('connect', opened));
  return socket;
}

it.each(Object.entries(SLOWLY))('a visitor %s, three hundred times at once', async (name, [first, then]) => {
  const slowdown = await timesAsLong(async () => {
    for (let i = 0; i < SLOW; i++) sockets.push(await openSocket());
    for (const socket of sockets) socket.write(first());
    trickle = setInterval(() => sockets.forEach((socket) => then !== '' && socket.write(then)), 200);
  });
  expect(sockets.filter(({ destroyed }) => !destroyed)).toHaveLength(SLOW);
  process.stdout.write(`beside one who ${name}: ${slowdown}\n`);
});

const ofFlooder = (): Record<string, string> => ({
  ...asShopper(attacked),
  'x-forwarded-for': '192.0.2.66',
});
const providers = (): string => `/store/payment-providers?region_id=${attacked.region_id}`;

/** A visitor far above the limit, in its own process; returns its responses. */
async function flood(): Promise<Json> {
  const named = Object.entries(ofFlooder()).flatMap(([name, value]) => ['-H', `${name}=${value}`]);
  const args = [
    '-c',
    String(FLOODS),
    '-R',
    String(A_SECOND),
    '-d',
    '8',
    '--json',
    ...named,
    server.url + providers(),
  ];
  const child = spawn(process.execPath, [require.resolve('autocannon'), ...args]);
  return JSON.parse(await text(child.stdout));
}

it('a visitor who sends more than they may is refused, and the other shop’s shoppers are served', async () => {
  let got: Promise<Json> | undefined;
  const slowdown = await timesAsLong(async () => {
    got = flood();
    await until(
      async () =>
        (await call('GET', providers(), { headers: ofFlooder(), server: server.url })).status === 429,
      30_000,
    );
  });
  const { '2xx': served, '4xx': refused } = await got;
  process.stdout.write(`beside a flood of ${served + refused}: ${slowdown}\n`);
  expect(served).toBeLessThanOrEqual(LIMIT);
  expect(refused).toBeGreaterThan(0);
});

it('a connection is kept for longer than a load balancer keeps it, and the answer says so', async () => {
  const { headers } = await fetch(`${server.url}/health/live`);
  expect(headers.get('keep-alive')).toBe('timeout=65');
});
