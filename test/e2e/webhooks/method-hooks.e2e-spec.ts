import { nextId, EventGateway, reports, totalsOf } from '../../support/event-gateway';
import { anOrder, asOrderSystem, call, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { anotherServer, aStore, database, type OrderMade } from '../../support/tandem';

// A payment method's hook stores only events signed by its gateway; parked events can be retried.

const gateway = new EventGateway('methodhooks');
let order: OrderMade;
let id: string;
let hook: string;

const staff = async (method: string, path: string, body?: Json, store = gateway.store): Promise<Reply> =>
  call(method, `/api/v3/admin${path}`, { headers: asOrderSystem(store), body, server: gateway.server.url });

beforeAll(async () => {
  await gateway.open();
  hook = `/api/v3/webhooks/payments/${gateway.methodId}`;
});
afterAll(() => gateway.server.stop());
beforeEach(async () => {
  await gateway.deleteEvents();
  order = await anOrder(gateway.store);
  id = (await gateway.session(order)).external_id;
});
afterEach(() => expectInvariants(order));

const event = (about: readonly Json[] = [reports.taken(id)]): Json => ({
  id: nextId('evt'),
  type: 'x',
  about,
});
const listed = async (query = ''): Promise<Json[]> =>
  (await staff('GET', `/payment_events${query}`)).body.data;

it('a genuine event is stored once, however often it comes, and has its effect', async () => {
  const sent = event();
  const replies = await Promise.all(Array.from({ length: 10 }, () => gateway.send(sent, hook)));
  expect(new Set(replies.map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 OK']));
  await gateway.settleAll();
  expect(await gateway.events()).toHaveLength(1);
  expect((await totalsOf(order))[0]).toMatchObject({ captured: 11_000 });
  expect(await listed('?state=handled')).toMatchObject([
    {
      event_id: sent.id,
      event_type: 'x',
      payment_method_id: gateway.methodId,
      state: 'handled',
      attempts: 1,
    },
  ]);
});

it.each(['wrong', ''])('an event with the signature %j is 401, and nothing is stored', async (signature) => {
  const reply = await gateway.send(event(), hook, signature);
  expect([reply.status, reply.body.error.code]).toEqual([401, 'invalid_signature']);
  expect(await gateway.events()).toEqual([]);
});

it('an event for a method that does not exist is 404, and nothing is stored', async () => {
  for (const method of ['pm_1111111111111111111112', 'pm_x', order.id, '%00']) {
    const { status } = await gateway.send(event(), `/api/v3/webhooks/payments/${method}`);
    expect([400, 404]).toContain(status);
  }
  expect(await gateway.events()).toEqual([]);
});

it('an event that cannot be read is stored and parked, and a huge one is refused', async () => {
  expect((await gateway.send('{', hook)).status).toBe(200);
  expect((await gateway.send('x'.repeat(102_401), hook)).status).toBe(413);
  expect(await gateway.events()).toHaveLength(1);
});

it('another store’s method with its own secret has no effect on this store', async () => {
  const other = await aStore();
  const made = await staff(
    'POST',
    '/payment_methods',
    { type: gateway.remote.id, name: 'Theirs', preferences: { signing_secret: 'theirs' } },
    other,
  );
  expect(made.status).toBe(201);
  const theirs = `/api/v3/webhooks/payments/${made.body.id as string}`;
  const sent = event();
  expect((await gateway.send(sent, theirs)).status).toBe(401);
  expect((await gateway.send(sent, theirs, 'theirs')).status).toBe(200);
  expect(await gateway.awaitResult(sent.id)).toMatchObject({
    reason: `No session or payment has the id ${id}`,
  });
  expect(await totalsOf(order)).toEqual([]);
  // At the provider's hook the secret identifies the method.
  const shared = event();
  await gateway.send(shared, undefined, 'theirs');
  expect(await gateway.awaitResult(shared.id)).toMatchObject({ state: 'received' });
  expect(await totalsOf(order)).toEqual([]);
  expect(await listed()).toEqual([]);
});

it('a parked event is listed with its reason, and retried once, only by its own store', async () => {
  const sent = event([reports.taken('later')]);
  await gateway.send(sent, hook);
  await gateway.awaitResult(sent.id);
  await database().query(`UPDATE webhook_events SET attempts = 7 WHERE provider_id = $1`, [
    gateway.remote.id,
  ]);
  await gateway.settleAll();
  const [parked] = await listed('?state=failed');
  expect(parked).toMatchObject({ reason: 'No session or payment has the id later', attempts: 8 });
  const path = `/payment_events/${parked.id as string}/replay`;
  expect((await staff('POST', path, {}, await aStore())).status).toBe(404);
  await database().query(`UPDATE payment_sessions SET external_id = 'later' WHERE external_id = $1`, [id]);
  expect(await staff('POST', path)).toMatchObject({ status: 200, body: { state: 'received', attempts: 0 } });
  await gateway.settleAll();
  expect((await totalsOf(order))[0]).toMatchObject({ captured: 11_000 });
  const again = await staff('POST', path);
  expect([again.status, again.body.error.code]).toEqual([422, 'payment_event_not_replayable']);
  expect((await staff('GET', '/payment_events?state=odd')).status).toBe(422);
});

it('one address may send 120 events a minute, then gets 429 with Retry-After', async () => {
  const limited = await anotherServer({ TANDEM_RATE_LIMIT: '5' });
  const path = '/api/v3/webhooks/payments/pm_x';
  // At once, so that they fall into one minute even on a busy machine.
  const sent = Array.from({ length: 121 }, () => call('POST', path, { body: {}, server: limited.url }));
  const statuses = (await Promise.all(sent)).map(({ status }) => status);
  await limited.stop();
  expect(statuses.sort()).toEqual([...Array<number>(120).fill(404), 429]);
});

it('an open gateway call is listed with its age; another store’s is not', async () => {
  const slow = await anOrder(gateway.store);
  const session = await gateway.session(slow, { slow: 3000 });
  const completing = gateway.complete(slow, session);
  await new Promise((later) => setTimeout(later, 1200));
  const { data, meta } = (await staff('GET', '/provider_operations')).body;
  expect(data).toMatchObject([
    { verb: 'authorize', provider_id: gateway.remote.id, order_id: slow.id, amount: '110.0', attempts: 1 },
  ]);
  expect([data[0].age_seconds >= 1, meta.count]).toEqual([true, 1]);
  expect((await staff('GET', '/provider_operations', undefined, await aStore())).body.data).toEqual([]);
  expect((await completing).status).toBe(200);
  expect((await staff('GET', '/provider_operations')).body.data).toEqual([]);
});
