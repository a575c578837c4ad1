import { kindsOf, nextId, stateOf } from '../../support/event-gateway';
import { anOrder, asGuest, call, sessionsPath, type Json, type Reply } from '../../support/http';
import { asStaff } from '../../support/spree';
import { OTHER_SECRET_KEY, RESTRICTED_KEY } from '../../support/stripe/keys';
import { expectQuiet } from '../../support/stripe/quiet';
import { SECRET_KEY } from '../../support/stripe/stand-in';
import { confirmSetup } from '../../support/stripe/setups';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// Several methods of one Stripe account with different settings, and a method of another account: an event is applied to its
// session at any of the hooks.

const SECRET = 'whsec_one_account';
const OTHERS = 'whsec_other_account';

let world: StripeWorld;
let own: StripeWorld['own'];
let gateway: StripeWorld['gateway'];
let server: StripeWorld['server'];
let store: StoreMade;
let order: OrderMade;
const methods: Record<string, string> = {};

beforeAll(async () => {
  world = await stripeWorld();
  ({ own, gateway, server, store } = world);
  const of = { secret_key: SECRET_KEY, webhook_secret: SECRET };
  methods['first'] = await world.method({ ...of, publishable_key: 'pk_test_first' });
  methods['second'] = await world.method({ ...of, previous_webhook_secret: 'whsec_before' });
  methods['other'] = await world.method({ secret_key: OTHER_SECRET_KEY, webhook_secret: OTHERS });
  // The newest is tried first, and its key is revoked.
  methods['revoked'] = await world.method({ ...of, secret_key: RESTRICTED_KEY });
  gateway.revoked.add(RESTRICTED_KEY);
});
beforeEach(async () => {
  order = await anOrder(store, {}, server.url);
});
afterEach(() => expectQuiet(own.pool, order));
afterAll(() => world.close());

async function intentWith(method = ''): Promise<string> {
  const body = { payment_method_id: methods[method] };
  const made = await call('POST', sessionsPath(order), {
    headers: asGuest(store, order),
    body,
    server: server.url,
  });
  if (made.status !== 201) throw new Error(made.text);
  return made.body.external_id as string;
}

const HOOKS: Readonly<Record<string, () => string>> = {
  'the provider’s hook': () => '/hooks/payment/stripe_stripe',
  'Spree’s older hook': () => '/stripe',
  'the first method’s hook': () => `/api/v3/webhooks/payments/${methods['first']}`,
  'the second method’s hook': () => `/api/v3/webhooks/payments/${methods['second']}`,
};

function send(to: string, object: Json, { secret = SECRET, type = 'payment_intent.succeeded' } = {}) {
  const id = nextId('evt');
  const event = { id, object: 'event', type, livemode: false, created: 0, data: { object } };
  const { body, signature } = gateway.signed(event, secret);
  const headers = { 'stripe-signature': signature };
  return call('POST', to, { headers, body, server: server.url }).then((reply) => ({ id, reply }));
}

const eventsWith = async (id: string): Promise<Json[]> =>
  (
    await own.pool.query<Json>(
      `SELECT * FROM webhook_events WHERE event_id = $1 OR convert_from(body, 'UTF8') LIKE $2`,
      [id, `%${id}%`],
    )
  ).rows;

/**
 * An event's final result: a scheduled retry is made due now, as its last attempt. An event whose last attempt (the eighth) is in
 * flight keeps its count.
 */
async function endOf(id: string): Promise<Json> {
  await until(async () => {
    await own.pool.query(
      `UPDATE webhook_events SET due_at = now(), attempts = 7
        WHERE state = 'received' AND reason IS NOT NULL AND attempts < 8`,
    );
    return (await eventsWith(id)).every(({ state }) => state !== 'received');
  }, 20_000);
  return (await eventsWith(id))[0] ?? {};
}

const cases = Object.keys(HOOKS).flatMap((hook) => ['first', 'second'].map((method) => [hook, method]));

it.each(cases)('at %s: an event of a session of the %s method completes it', async (hook = '', method) => {
  const id = await intentWith(method);
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  const sent = await send(HOOKS[hook]?.() ?? '', { id, object: 'payment_intent' });
  expect([sent.reply.status, sent.reply.text]).toEqual([200, 'OK']);
  expect(await endOf(sent.id)).toMatchObject({ state: 'handled', attempts: 1 });
  expect([await stateOf(order, own.pool), await kindsOf(order, own.pool)]).toEqual([
    'completed',
    ['authorization'],
  ]);
});

it('an event of another account is applied with that account’s secret only', async () => {
  const id = await intentWith('other');
  gateway.other.account.confirm(id, { payment_method: 'pm_card_visa' });
  const wrong = await send('/hooks/payment/stripe_stripe', { id, object: 'payment_intent' });
  // The method with the revoked key might own it, so it is retried until it fails for good.
  expect(await endOf(wrong.id)).toMatchObject({ state: 'failed' });
  expect(await kindsOf(order, own.pool)).toEqual([]);
  const right = await send(
    '/hooks/payment/stripe_stripe',
    { id, object: 'payment_intent' },
    { secret: OTHERS },
  );
  expect(await endOf(right.id)).toMatchObject({ state: 'handled' });
  expect(await stateOf(order, own.pool)).toBe('completed');
});

it('an event of an unknown payment is retried, then parked with its reason, and has no effect', async () => {
  const { id } = gateway.account.createIntent({
    amount: '500',
    currency: 'usd',
    metadata: { tandem_session: 'of another server' },
  });
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  const sent = await send('/hooks/payment/stripe_stripe', { id, object: 'payment_intent' });
  expect(await endOf(sent.id)).toMatchObject({
    state: 'failed',
    attempts: 8,
    reason: `No session or payment has the id ${id}`,
  });
  expect(await kindsOf(order, own.pool)).toEqual([]);
});

it('a card detached at Stripe is removed, with any of the account’s methods', async () => {
  const ask = (verb: string, path: string, body?: Json): Promise<Reply> =>
    call(verb, `/api/v3/store/customer/${path}`, {
      headers: { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${store.customer.jwt}` },
      body,
      server: server.url,
    });
  const { body: setup } = await ask('POST', 'payment_setup_sessions', {
    payment_method_id: methods['first'],
  });
  const { payment_method } = confirmSetup(gateway.account, setup.external_id as string, {
    payment_method: 'pm_card_visa',
  });
  await ask('PATCH', `payment_setup_sessions/${setup.id as string}/complete`);
  const cards = async (): Promise<number> => (await ask('GET', 'credit_cards')).body.data.length as number;
  expect(await cards()).toBe(1);
  const detached = { id: payment_method, object: 'payment_method' };
  const sent = await send('/hooks/payment/stripe_stripe', detached, { type: 'payment_method.detached' });
  expect(await endOf(sent.id)).toMatchObject({ state: 'handled' });
  expect(await cards()).toBe(0);
});

it.each([
  ['at the provider’s hook it is OK, as Medusa answers', '/hooks/payment/stripe_stripe', 200, undefined],
  ['at Spree’s older hook it is 401', '/stripe', 401, 'invalid_signature'],
  ['also with a slash at the end', '/stripe/', 401, 'invalid_signature'],
])('a forged event is not stored: %s', async (_, path, status, code) => {
  const { id, reply } = await send(path, { id: 'pi_forged' }, { secret: 'whsec_forged' });
  expect([reply.status, reply.body?.error?.code]).toEqual([status, code]);
  expect(await eventsWith(id)).toEqual([]);
});

it.each([
  ['POST', '/api/v3/webhooks/providers/nope', 404],
  ['GET', '/stripe', 404],
  ['POST', '/stripe/webhooks', 404],
  ['POST', '/bogus', 404],
])('%s %s is not a hook', async (verb, path, status) => {
  const headers = { 'content-type': 'application/json' };
  expect((await call(verb, path, { headers, server: server.url })).status).toBe(status);
});

it('Spree’s older hook accepts any event within the size limit', async () => {
  const post = (body: string): Promise<Reply> =>
    call('POST', '/stripe', { headers: { 'content-type': 'text/plain' }, body, server: server.url });
  expect((await post('no json')).status).toBe(401);
  const tooLong = await post('x'.repeat(102_401));
  expect([tooLong.status, tooLong.body.error.code]).toEqual([413, 'request_too_large']);
});

it('a secret just saved by this server verifies at once', async () => {
  const method = await world.method({ secret_key: SECRET_KEY, webhook_secret: 'whsec_first' });
  const hook = `/api/v3/webhooks/payments/${method}`;
  const boring = { id: 'cus_1', object: 'customer' };
  const sent = async (secret: string): Promise<number> =>
    (await send(hook, boring, { secret, type: 'customer.updated' })).reply.status;
  expect(await sent('whsec_first')).toBe(200);
  await asStaff(
    store,
    'PATCH',
    `/payment_methods/${method}`,
    { preferences: { webhook_secret: 'whsec_next' } },
    server.url,
  );
  expect([await sent('whsec_next'), await sent('whsec_first')]).toEqual([200, 401]);
});
