import { distant } from '../../support/distant';
import { call, type Json, type Reply } from '../../support/http';
import type { Server } from '../../support/server-process';
import { anotherServer, baseUrl, database } from '../../support/tandem';
import { until } from '../../support/target-server';

// Gateway webhooks: none is lost, each signature is verified, and each event is handled once.

const gateway = distant('hooks');
const HOOK = '/hooks/payment/distant_hooks';

let server: Server;

beforeAll(async () => {
  server = await gateway.server();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await database().query('DELETE FROM webhook_events WHERE provider_id = $1', [gateway.id]);
});

interface Sent {
  readonly signature?: string;
  readonly path?: string;
  readonly at?: string;
  readonly more?: Record<string, string>;
}

const send = (
  body: Json,
  { signature = 'right', path = HOOK, at = server.url, more = {} }: Sent = {},
): Promise<Reply> =>
  call('POST', path, { headers: { 'distant-signature': signature, ...more }, body, server: at });

const events = async (providerId = gateway.id): Promise<Json[]> =>
  (await database().query(`SELECT * FROM webhook_events WHERE provider_id = $1 ORDER BY id`, [providerId]))
    .rows;

const states = async (): Promise<string[]> => (await events()).map(({ state }) => state as string).sort();
const settled = (count: number) => async () =>
  (await states()).filter((state) => state !== 'received').length === count;
const dueNow = (): Promise<unknown> =>
  database().query(`UPDATE webhook_events SET due_at = now() WHERE provider_id = $1 AND state = 'received'`, [
    gateway.id,
  ]);

it('responds OK at once, stores the raw body and the needed headers, and handles the event', async () => {
  const text = '{ "id": "evt_bytes",\n "type": "payment.succeeded", "amount": 1.10 }';
  const reply = await send(text, { more: { cookie: 'a=b', authorization: 'Bearer secret' } });
  expect([reply.status, reply.text, reply.headers.get('content-type')]).toEqual([
    200,
    'OK',
    'text/plain; charset=utf-8',
  ]);
  await until(settled(1), 10_000);
  const [event] = await events();
  expect(event).toMatchObject({
    state: 'handled',
    event_id: 'evt_bytes',
    event_type: 'payment.succeeded',
    store_id: null,
  });
  expect(event.body.toString()).toBe(text);
  expect(event.headers).toMatchObject({ 'distant-signature': 'right', 'content-type': 'application/json' });
  expect(Object.keys(event.headers)).not.toEqual(expect.arrayContaining(['authorization']));
  expect(event.headers.cookie).toBeUndefined();
});

it('an unknown provider gets OK, and nothing is stored', async () => {
  const count = async (): Promise<number> =>
    (
      await database().query(
        `SELECT count(*)::int AS n FROM webhook_events WHERE provider_id LIKE 'pp_nope%'`,
      )
    ).rows[0].n;
  for (const path of [
    '/hooks/payment/nope_nope',
    '/hooks/payment/pp_bogus_default',
    `/hooks/payment/${'x'.repeat(300)}`,
  ]) {
    const reply = await send({ x: 1 }, { path });
    expect([reply.status, reply.text]).toEqual([200, 'OK']);
  }
  expect(await count()).toBe(0);
});

it('a provider without webhooks gets OK, and nothing is stored', async () => {
  await send({ x: 'system' }, { path: '/hooks/payment/system_default', at: baseUrl });
  expect(await events('pp_system_default')).toEqual([]);
});

it('one event delivered twenty times at once to two servers is handled once', async () => {
  const another = await gateway.server();
  const replies = await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      send({ id: 'evt_twice', type: 'x' }, { at: i % 2 ? server.url : another.url }),
    ),
  );
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  await until(settled(20), 15_000);
  await another.stop();
  expect(await states()).toEqual(['handled', ...Array(19).fill('ignored')].sort());
  expect((await events()).filter(({ reason }) => reason === 'a duplicate of evt_twice')).toHaveLength(19);
});

const NO_ID = 'an event without an id of its own';
const NOT_HANDLED = {
  'an event without an id': [{ type: 'x' }, 'right', { state: 'refused', reason: NO_ID }],
  'an id that is too long': [
    { id: 'e'.repeat(256), type: 'x' },
    'right',
    { state: 'refused', reason: NO_ID },
  ],
  'an irrelevant event': [{ id: 'evt_boring', type: 'boring' }, 'right', { state: 'ignored', reason: null }],
} as const;

it.each(Object.entries(NOT_HANDLED))('%s is not handled', async (_, [body, signature, stored]) => {
  expect((await send(body, { signature })).status).toBe(200);
  await until(settled(1), 10_000);
  expect(await events()).toMatchObject([{ ...stored, event_id: null }]);
});

it('a forged event gets OK, is not stored, and does not block the real one with the same id', async () => {
  expect((await send({ id: 'evt_real', type: 'x' }, { signature: 'wrong' })).text).toBe('OK');
  expect(await events()).toEqual([]);
  await send({ id: 'evt_real', type: 'x' });
  await until(settled(1), 10_000);
  expect(await states()).toEqual(['handled']);
});

it('an event that its handler fails on is retried with growing pauses, then marked failed', async () => {
  await send({ id: 'evt_bad', type: 'x', fail: true });
  const attempts = async (): Promise<number> => (await events())[0].attempts as number;
  await until(async () => (await attempts()) === 1, 10_000);
  const [first] = await events();
  expect(first.due_at.getTime() - Date.now()).toBeGreaterThan(10_000);
  for (let attempt = 2; attempt <= 8; attempt++) {
    await dueNow();
    await until(async () => (await attempts()) === attempt, 10_000);
  }
  await until(settled(1), 10_000);
  expect(await events()).toMatchObject([{ state: 'failed', attempts: 8 }]);
  expect(server.output()).toMatch(/pp_distant_hooks: event [0-9a-f-]{36} was parked after its last attempt/);
});

it.each(['', '{', 'null', '[1]', '\u0000', 'a=b', '<xml/>'])(
  'a body of %j is stored unchanged',
  async (body) => {
    const reply = await send(body, { more: { 'content-type': 'application/json' } });
    expect([reply.status, reply.text]).toEqual([200, 'OK']);
    expect((await events())[0].body.toString()).toBe(body);
  },
);

it('a body over 100 KiB is refused with Medusa’s error, and nothing is stored', async () => {
  const reply = await send('x'.repeat(102_401));
  expect([reply.status, reply.body.type]).toEqual([413, 'invalid_data']);
  expect(await events()).toEqual([]);
  expect((await send('x'.repeat(102_400), { signature: 'wrong' })).status).toBe(200);
});

it('other methods and paths are not found', async () => {
  for (const [method, path] of [
    ['GET', HOOK],
    ['POST', '/hooks/payment'],
    ['POST', `${HOOK}/more`],
  ] as const) {
    expect((await call(method, path, { server: server.url })).status).toBe(404);
  }
});

it('an event whose worker was killed is handled once by another', async () => {
  await server.stop();
  const target = await gateway.server();
  await send({ id: 'evt_killed', type: 'x', wait: 3000 }, { at: target.url });
  await until(async () => (await events())[0].attempts === 1, 10_000);
  await target.kill();
  expect(await states()).toEqual(['received']);
  server = await gateway.server();
  await dueNow();
  await until(settled(1), 15_000);
  expect(await events()).toMatchObject([{ state: 'handled', event_id: 'evt_killed', attempts: 2 }]);
});

it('an event that kills every worker is marked failed', async () => {
  await send({ id: 'evt_deadly', type: 'x', fail: true });
  await until(async () => (await events())[0].attempts === 1, 10_000);
  await database().query(`UPDATE webhook_events SET attempts = 8 WHERE provider_id = $1`, [gateway.id]);
  await dueNow();
  await until(settled(1), 10_000);
  expect(await events()).toMatchObject([{ state: 'failed', reason: 'it was never finished' }]);
});

it('deletes old events, but neither newer ones nor failed ones that need review', async () => {
  for (const id of ['evt_old', 'evt_parked', 'evt_new']) await send({ id, type: 'x' });
  await until(settled(3), 10_000);
  await database().query(
    `UPDATE webhook_events SET received_at = now() - interval '31 days',
       state = CASE event_id WHEN 'evt_parked' THEN 'failed' ELSE state END
      WHERE event_id IN ('evt_old', 'evt_parked')`,
  );
  const sweeper = await gateway.server(); // A server deletes old events when it starts.
  await until(async () => (await events()).length === 2, 10_000);
  await sweeper.stop();
  expect((await events()).map(({ event_id }) => event_id as string).sort()).toEqual([
    'evt_new',
    'evt_parked',
  ]);
});

it('one address may send a thousand a minute, then gets 429 with Retry-After', async () => {
  const limited = await anotherServer({ TANDEM_RATE_LIMIT: '5' });
  const path = '/hooks/payment/nope_nope';
  const statuses: number[] = [];
  for (let sent = 0; sent < 1000; sent += 50) {
    const replies = await Promise.all(Array.from({ length: 50 }, () => send({}, { path, at: limited.url })));
    statuses.push(...replies.map(({ status }) => status));
  }
  const over = await send({}, { path, at: limited.url });
  await limited.stop();
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect([over.status, over.body.type]).toEqual([429, 'too_many_requests']);
  expect(Number(over.headers.get('retry-after'))).toBeGreaterThan(0);
});
