import {
  anOrder,
  asShopper,
  call,
  collectionPath,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { confirmSetup, resolveSetup } from '../../support/stripe/setups';
import { expectQuiet } from '../../support/stripe/quiet';
import { OTHER_SECRET_KEY } from '../../support/stripe/keys';
import { SECRET_KEY } from '../../support/stripe/stand-in';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';

// A logged-in customer with Stripe: one Stripe customer, with saved cards that the server confirms.

const PUBLISHABLE = 'pk_test_standin';

let world: StripeWorld;
let own: StripeWorld['own'];
let gateway: StripeWorld['gateway'];
let server: StripeWorld['server'];
let store: StoreMade;
let method: string;
let order: OrderMade;

beforeAll(async () => {
  world = await stripeWorld();
  ({ own, gateway, server, store } = world);
  method = await world.method({ secret_key: SECRET_KEY, publishable_key: PUBLISHABLE });
});
beforeEach(async () => {
  gateway.faults.clear();
  order = await anOrder(store, { customer_id: store.customer.id }, server.url);
});
afterEach(() => expectQuiet(own.pool, order));
afterAll(() => world.close());

const ask = (verb: string, path: string, body?: Json, key?: string): Promise<Reply> =>
  call(verb, path, {
    headers: {
      'x-spree-api-key': store.publishable_key,
      authorization: `Bearer ${store.customer.jwt}`,
      ...(key !== undefined && { 'idempotency-key': key }),
    },
    body,
    server: server.url,
  });
const open = (more: Json = {}, key?: string): Promise<Reply> =>
  ask('POST', sessionsPath(order), { payment_method_id: method, ...more }, key);
const withCard = (card: string): Promise<Reply> => open({ external_data: { payment_source_id: card } });
const complete = ({ id }: Json, key?: string): Promise<Reply> =>
  ask('PATCH', sessionsPath(order, `/${id as string}/complete`), {}, key);

async function aCard(name: string): Promise<string> {
  const setups = '/api/v3/store/customer/payment_setup_sessions';
  const setup = (await ask('POST', setups, { payment_method_id: method })).body;
  const intent = (setup.external_client_secret as string).split('_secret_')[0] ?? '';
  const { status } = confirmSetup(gateway.account, intent, { payment_method: name });
  if (status === 'requires_action') resolveSetup(gateway.account, intent);
  const saved = await ask('PATCH', `${setups}/${setup.id as string}/complete`);
  expect(saved.body.status).toBe('completed');
  return saved.body.payment_source_id as string;
}

const intentOf = ({ external_id }: Json) => gateway.account.intent(external_id as string);

it('has one Stripe customer, and the page gets what Stripe’s SDKs need', async () => {
  const { body: session } = await open({ external_data: { note: 'kept' } });
  const intent = intentOf(session);
  expect(gateway.account.customers.size).toBe(1);
  expect(session.external_data).toEqual({
    note: 'kept',
    id: intent.id,
    client_secret: intent.client_secret,
    publishable_key: PUBLISHABLE,
    customer_id: intent.customer,
    ephemeral_key_secret: `ek_test_${intent.customer ?? ''}`,
  });
  expect(intent.metadata).toMatchObject({
    tandem_store: expect.any(String),
    tandem_order: expect.any(String),
    tandem_session: expect.any(String),
  });
});

it('pays with a saved card that the server confirms, and is charged once', async () => {
  const card = await aCard('pm_card_visa');
  const { body: session } = await withCard(card);
  expect(intentOf(session).status).toBe('requires_confirmation');
  const twice = await Promise.all([complete(session), complete(session)]);
  expect(twice.map(({ body }) => body.status as string)).toEqual(['completed', 'completed']);
  const charges = [...gateway.account.charges.values()].filter(
    ({ payment_intent }) => payment_intent === session.external_id,
  );
  expect(charges).toHaveLength(1);
});

it('a saved card whose confirmation got no response is charged once by the retry', async () => {
  const { body: session } = await withCard(await aCard('pm_card_visa'));
  gateway.faults.add({ fault: { does: 'answer after', status: 500 }, route: /confirm$/ });
  expect((await complete(session, 'pay once')).status).toBe(503);
  expect((await complete(session, 'pay once')).body.status).toBe('completed');
  expect(intentOf(session).status).toBe('requires_capture');
  // The retry finds it paid and sends nothing.
  const confirmed = gateway.requests.filter(({ route }) => route.endsWith(`${intentOf(session).id}/confirm`));
  expect(confirmed).toHaveLength(1);
});

it('a saved card that requires authentication waits for the shopper', async () => {
  const { body: session } = await withCard(await aCard('pm_card_authenticationRequired'));
  expect((await complete(session)).body).toMatchObject({
    status: 'pending',
    external_data: { next_action: { type: 'use_stripe_sdk' } },
  });
  gateway.account.resolve(session.external_id as string, true);
  expect((await complete(session)).body.status).toBe('completed');
});

it('a declined saved card fails the session, and no card is charged', async () => {
  const { body: session } = await withCard(await aCard('pm_card_visa'));
  const stored = gateway.account.methods.get(intentOf(session).payment_method ?? '');
  Object.assign(stored ?? {}, { behaves_as: 'pm_card_chargeDeclinedExpiredCard' });
  expect((await complete(session)).body.status).toBe('failed');
  expect(intentOf(session).latest_charge).toBeNull();
});

it('a removed card is detached at Stripe, and cannot pay', async () => {
  const card = await aCard('pm_card_mastercard');
  expect((await ask('DELETE', `/api/v3/store/customer/credit_cards/${card}`)).status).toBe(204);
  expect([...gateway.account.methods.values()].at(-1)).toMatchObject({ detached: true });
  expect((await withCard(card)).status).toBe(404);
});

it('checks out through Medusa as the same customer', async () => {
  const headers = asShopper(store, undefined, store.customer.jwt);
  const post = (path: string, body: Json = {}): Promise<Reply> =>
    call('POST', path, { headers, body, server: server.url });
  const { body } = await post(collectionPath(order), { provider_id: 'pp_stripe_stripe' });
  const [session] = body.payment_collection.payment_sessions;
  expect(session.data.customer_id).toBe([...gateway.account.customers.keys()][0]);
  const id = (session.data.client_secret as string).split('_secret_')[0] ?? '';
  expect((await post(`/store/carts/${order.cart_id}/complete`)).body).toMatchObject({
    type: 'cart',
    error: { type: 'payment_requires_more_error' },
  });
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  expect((await post(`/store/carts/${order.cart_id}/complete`)).body.type).toBe('order');
});

it('stores the method’s keys nowhere in plain text', async () => {
  await open();
  const { rows } = await own.pool.query<{ text: string }>(
    `SELECT details::text || coalesce(result::text, '') AS text FROM provider_operations
     UNION ALL SELECT data::text FROM payment_sessions UNION ALL SELECT settings::text FROM payment_methods`,
  );
  expect(rows.filter(({ text }) => text.includes(SECRET_KEY))).toEqual([]);
});

it('pays with a saved card by its Stripe id, as Spree’s storefront sends it', async () => {
  await aCard('pm_card_mastercard');
  const cards = await ask('GET', '/api/v3/store/customer/credit_cards');
  const profile = cards.body.data[0].gateway_payment_profile_id as string;
  const { body: session } = await open({ external_data: { stripe_payment_method_id: profile } });
  expect(intentOf(session)).toMatchObject({ status: 'requires_confirmation', payment_method: profile });
  expect(session.customer_external_id).toBe(intentOf(session).customer);
  expect((await complete(session)).body.status).toBe('completed');
});

it('another customer’s card is refused by Stripe, and is not charged', async () => {
  const theirs = gateway.account.methodIn({ payment_method: 'pm_card_visa' });
  Object.assign(theirs ?? {}, { customer: 'cus_of_another' });
  const refused = await open({ external_data: { stripe_payment_method_id: theirs?.id } });
  expect(refused.status).toBe(422);
});

it('saving a card with another account creates a customer there, and keeps the first account’s customer', async () => {
  const { body: before } = await open();
  const other = await world.method({ secret_key: OTHER_SECRET_KEY });
  const setups = '/api/v3/store/customer/payment_setup_sessions';
  const setup = await ask('POST', setups, { payment_method_id: other });
  expect(setup.status).toBe(201);
  const known = [...gateway.other.account.customers.keys()];
  expect(known).toEqual([setup.body.external_data.customer_id]);
  expect(setup.body.external_data.ephemeral_key_secret).toEqual(expect.any(String));
  const { body: there } = await open({ payment_method_id: other });
  expect(there.customer_external_id).toBe(known[0]);
  expect((await ask('POST', setups, { payment_method_id: other })).status).toBe(201);
  expect(gateway.other.account.customers.size).toBe(1);
  expect((await open()).body.customer_external_id).toBe(before.customer_external_id);
});

it('a voucher expires at its own time, and a bank transfer never: neither is canceled after a day', async () => {
  const ends = async ({ id }: Json): Promise<string | null> =>
    (await ask('GET', sessionsPath(order, `/${id as string}`))).body.expires_at as string | null;
  for (const [name, isWithout] of [
    ['pm_oxxo', false],
    ['pm_customer_balance', true],
  ] as const) {
    const { body: session } = await open();
    gateway.account.confirm(session.external_id as string, { payment_method: name });
    expect((await complete(session)).body.status).toBe('pending');
    const end = await ends(session);
    const shown = intentOf(session).next_action?.['oxxo_display_details'] as { expires_after: number };
    expect(end).toBe(isWithout ? null : new Date(shown.expires_after * 1000).toISOString());
    gateway.account.resolve(session.external_id as string, false);
  }
});
