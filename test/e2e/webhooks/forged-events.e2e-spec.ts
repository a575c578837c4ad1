import { nextId, EventGateway, reports, totalsOf } from '../../support/event-gateway';
import { anOrder, call, methodOf, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { database, type OrderMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// An event is stored only after a method's secret verified it, and forged events do not delay signed ones.

const gateway = new EventGateway('forged');
const PROVIDER = '/hooks/payment/distant_forged';
const METHODS = 20;

let methodHook: string;
let order: OrderMade;
let id: string;

beforeAll(async () => {
  await gateway.open({ TANDEM_RATE_LIMIT: '0' });
  methodHook = `/api/v3/webhooks/payments/${gateway.methodId}`;
  for (let i = 0; i < METHODS; i++) await aMethod(`secret ${i}`);
});
afterAll(() => gateway.server.stop());
beforeEach(async () => {
  await gateway.deleteEvents();
  order = await anOrder(gateway.store);
  id = (await gateway.session(order)).external_id;
});
afterEach(() => expectInvariants(order));

function aMethod(signing_secret: string): Promise<Json> {
  const body = { type: gateway.remote.id, name: 'Another', preferences: { signing_secret } };
  return asStaff(gateway.store, 'POST', '/payment_methods', body, gateway.server.url);
}

const event = (about: readonly Json[] = []): Json => ({ id: nextId('evt'), type: 'x', about });

/** Sends `count` events, fifty at a time. */
async function sendMany(count: number, send: () => Promise<Reply>): Promise<Set<string>> {
  const responses = new Set<string>();
  for (let sent = 0; sent < count; sent += 50) {
    const replies = await Promise.all(Array.from({ length: 50 }, send));
    for (const { status, text } of replies) responses.add(`${status} ${text.slice(0, 40)}`);
  }
  return responses;
}

const rows = async (): Promise<number> => {
  const { rows: found } = await database().query(
    `SELECT count(*)::int AS n FROM webhook_events WHERE provider_id LIKE 'pp_distant_forged%' OR provider_id = ANY($1)`,
    [['pp_nope_nope', 'pp_bogus_default', 'pp_system_default', 'pp_stripe_stripe']],
  );
  return found[0].n as number;
};

const OK = ['200 OK'];
const REFUSED = ['401 {"error":{"code":"invalid_signature","me'];

it('thousands of forged events store nothing at either hook, and a signed one among them is applied', async () => {
  const forged = event([reports.taken(id)]);
  const flood = Promise.all([
    sendMany(1500, () => gateway.send(forged, PROVIDER, 'wrong')),
    sendMany(1500, () => gateway.send(forged, methodHook, 'wrong')),
  ]);
  expect(await gateway.sendAndAwait(reports.authorized(id))).toMatchObject({
    state: 'handled',
    verified: true,
  });
  expect((await flood).map((responses) => [...responses])).toEqual([OK, REFUSED]);
  expect(await rows()).toBe(1);
  expect(await totalsOf(order)).toEqual([{ authorized: 11_000, captured: 0, refunded: 0, canceled: 0 }]);
});

it.each([
  ['an unknown provider', () => '/hooks/payment/nope_nope', 200],
  ['a provider that reads no events', () => '/hooks/payment/system_default', 200],
  ['a provider of which no secret is known', () => '/hooks/payment/stripe_stripe', 200],
  ['a method that is not there', () => '/api/v3/webhooks/payments/pm_1111111111111111111112', 404],
  ['a method whose provider reads no events', () => bogusHook(), 200],
])('%s: nothing is stored', async (_, path, status) => {
  expect((await gateway.send(event(), path())).status).toBe(status);
  expect(await rows()).toBe(0);
});

const bogusHook = (): string => `/api/v3/webhooks/payments/${methodOf(gateway.store)}`;

it('an event is verified with the secrets of all methods of its provider', async () => {
  for (const i of [0, METHODS - 1]) await gateway.send(event(), PROVIDER, `secret ${i}`);
  expect(await rows()).toBe(2);
});

it('a backlog of events stored unverified does not delay verified ones', async () => {
  const slow = { type: 'x', wait: 700 };
  await storedBefore(
    Array.from({ length: 400 }, () => ({ ...slow, id: nextId('old') })),
    'right',
  );
  await gateway.sendAndAwait(reports.authorized(id));
  const waiting = (await gateway.events()).filter(({ state, verified }) => state === 'received' && !verified);
  expect(waiting.length).toBeGreaterThan(200);
  expect(await totalsOf(order)).toHaveLength(1);
});

it('events that an earlier version stored unverified are handled if signed, otherwise refused', async () => {
  await storedBefore([{ ...event([reports.authorized(id)]), id: nextId('old') }], 'right');
  await storedBefore([event()], 'wrong');
  const settled = async (): Promise<boolean> =>
    (await gateway.events()).every(({ state }) => state !== 'received');
  await until(settled, 20_000);
  expect((await gateway.events()).map(({ state }) => state as string).sort()).toEqual(['handled', 'refused']);
  expect(await totalsOf(order)).toHaveLength(1);
});

/** Stores events as version 865a1d2 did at a provider's hook. */
async function storedBefore(events: readonly Json[], signature: string): Promise<void> {
  await database().query(
    `INSERT INTO webhook_events (id, provider_id, headers, body)
     SELECT gen_random_uuid(), $1, $2, convert_to(body, 'UTF8') FROM unnest($3::text[]) AS body`,
    [
      gateway.remote.id,
      JSON.stringify({ 'distant-signature': signature }),
      events.map((it) => JSON.stringify(it)),
    ],
  );
}

it('unverified events are counted in the log once a minute, for all paths together', async () => {
  for (let i = 0; i < 3; i++) {
    const path = `/hooks/payment/evil${i}_${'x'.repeat(200)}`;
    expect((await call('POST', path, { body: {}, server: gateway.server.url })).text).toBe('OK');
  }
  await until(
    () => Promise.resolve(/without a valid signature were not stored/.test(gateway.server.output())),
    70_000,
  );
  const lines = gateway.server.output();
  expect(lines).toMatch(/pp_distant_forged: \d+ events without a valid signature were not stored/);
  expect(lines).not.toMatch(/evil/);
}, 90_000);
