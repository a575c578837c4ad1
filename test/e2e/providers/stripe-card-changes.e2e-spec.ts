import {
  anOrder,
  asGuest,
  asShopper,
  call,
  collectionPath,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { confirmSetup } from '../../support/stripe/setups';
import { OTHER_SECRET_KEY } from '../../support/stripe/keys';
import { expectQuiet } from '../../support/stripe/quiet';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';

// The card that pays a session after PATCH, and the return_url sent to Stripe.

/** A saved card: Tandem's id and Stripe's. */
interface Saved {
  readonly id: string;
  readonly profile: string;
}

const SETUPS = '/api/v3/store/customer/payment_setup_sessions';
const CARDS = '/api/v3/store/customer/credit_cards';
/** Sent when the page gave no return_url and Stripe requires one. */
const NO_PAGE = 'https://stripe.com/';

let world: StripeWorld;
let gateway: StripeWorld['gateway'];
let store: StoreMade;
let method: string;
let order: OrderMade;
let first: Saved;
let second: Saved;

beforeAll(async () => {
  world = await stripeWorld();
  ({ gateway, store } = world);
  method = await world.method();
  first = await saveCard('pm_card_visa');
  second = await saveCard('pm_card_mastercard');
});
beforeEach(async () => {
  gateway.faults.clear();
  gateway.requests.length = 0;
  order = await anOrder(store, { customer_id: store.customer.id }, world.server.url);
});
afterEach(() => expectQuiet(world.own.pool, order));
afterAll(() => world.close());

const asCustomer = (key?: string): Record<string, string> => ({
  'x-spree-api-key': store.publishable_key,
  authorization: `Bearer ${store.customer.jwt}`,
  ...(key !== undefined && { 'idempotency-key': key }),
});
const ask = (verb: string, path: string, body?: Json, headers = asCustomer()): Promise<Reply> =>
  call(verb, path, { headers, body, server: world.server.url });

async function saveCard(name: string, payment_method_id = method, account = gateway.account): Promise<Saved> {
  const setup = (await ask('POST', SETUPS, { payment_method_id })).body;
  confirmSetup(account, (setup.external_client_secret as string).split('_secret_')[0] ?? '', {
    payment_method: name,
  });
  const saved = await ask('PATCH', `${SETUPS}/${setup.id as string}/complete`);
  const id = saved.body.payment_source_id as string;
  const card = await ask('GET', `${CARDS}/${id}`);
  return { id, profile: card.body.gateway_payment_profile_id as string };
}

const open = (external_data: Json = {}, headers = asCustomer()): Promise<Reply> =>
  ask('POST', sessionsPath(order), { payment_method_id: method, external_data }, headers);
const change = ({ id }: Json, external_data: Json, headers = asCustomer()): Promise<Reply> =>
  ask('PATCH', sessionsPath(order, `/${id as string}`), { external_data }, headers);
const complete = ({ id }: Json): Promise<Reply> =>
  ask('PATCH', sessionsPath(order, `/${id as string}/complete`), {});
const intentOf = ({ external_id }: Json) => gateway.account.intent(external_id as string);
const confirmation = (): Json => gateway.requests.find(({ route }) => route.endsWith('/confirm'))?.params;

const OPENINGS = {
  'no card': () => ({}),
  'another saved card': () => ({ payment_source_id: first.id }),
} as const;
const NAMES = {
  'Tandem’s id': () => ({ payment_source_id: second.id }),
  'Stripe’s id': () => ({ stripe_payment_method_id: second.profile }),
} as const;

it.each([
  ['no card', 'Tandem’s id', NO_PAGE],
  ['no card', 'Stripe’s id', NO_PAGE],
  ['another saved card', 'Tandem’s id', undefined],
  ['another saved card', 'Stripe’s id', undefined],
] as const)(
  'opened with %s and changed to a saved card by %s: that card pays, and the payment shows it',
  async (opening, name, return_url) => {
    const { body: session } = await open(OPENINGS[opening]());
    expect((await change(session, NAMES[name]())).status).toBe(200);
    expect(intentOf(session)).toMatchObject({
      status: 'requires_confirmation',
      payment_method: second.profile,
    });
    expect((await complete(session)).body).toMatchObject({
      status: 'completed',
      payment: { source: { id: second.id } },
    });
    expect(confirmation()?.return_url).toBe(return_url);
  },
);

it('the shopper returns to the page’s return_url, set when the session is created or later', async () => {
  for (const isLater of [false, true]) {
    const return_url = `https://shop.example.com/${String(isLater)}`;
    const { body: session } = await open(isLater ? {} : { return_url });
    await change(session, { payment_source_id: second.id, ...(isLater && { return_url }) });
    expect((await complete(session)).body.status).toBe('completed');
    expect(confirmation()).toMatchObject({ return_url, use_stripe_sdk: 'true' });
    gateway.requests.length = 0;
    order = await anOrder(store, { customer_id: store.customer.id }, world.server.url);
  }
});

it.each(['javascript:alert(1)', 'javascript://x/%0Aalert(1)', 'shop', 'https://', 'https://a b', 5])(
  'an invalid return_url (%p) is refused, and nothing changes',
  async (return_url) => {
    const { body: session } = await open({ payment_source_id: first.id });
    const refused = await change(session, { return_url, payment_source_id: second.id });
    expect(refused.status).toBe(422);
    expect(intentOf(session).payment_method).toBe(first.profile);
    expect((await complete(session)).body.payment.source.id).toBe(first.id);
  },
);

it('an update without a card keeps the card', async () => {
  const { body: session } = await open({ payment_source_id: first.id });
  expect((await change(session, { note: 'x' })).status).toBe(200);
  expect((await complete(session)).body.payment.source.id).toBe(first.id);
});

it('a new card from the page replaces a saved one', async () => {
  const { body: session } = await open({ payment_source_id: first.id });
  const fresh = gateway.account.methodIn({ payment_method: 'pm_card_visa' });
  expect((await change(session, { stripe_payment_method_id: fresh?.id })).status).toBe(200);
  const { body } = await complete(session);
  // The charged card is shown, and is not a saved card.
  expect(body).toMatchObject({
    status: 'completed',
    payment: { source: { gateway_payment_profile_id: null } },
  });
  expect(body.payment.source_id).not.toBe(first.id);
  expect(intentOf(session).payment_method).toBe(fresh?.id);
});

it('a card of another method, an unknown card, or a card in a guest’s request is not found, and nothing changes', async () => {
  const { body: session } = await open({ payment_source_id: first.id });
  const other = await world.method({ secret_key: OTHER_SECRET_KEY });
  const elsewhere = await saveCard('pm_card_visa', other, gateway.other.account);
  for (const id of [elsewhere.id, 'card_1C5nQHTxNqcUU3WZ1J6bWb', 'nonsense', 5, {}]) {
    expect((await change(session, { payment_source_id: id })).status).toBe(404);
  }
  expect((await change(session, { payment_source_id: second.id }, asGuest(store, order))).status).toBe(404);
  expect((await complete(session)).body.payment.source.id).toBe(first.id);
});

it('a guest’s session that a customer continues belongs to that customer at Stripe', async () => {
  const { body: session } = await open({}, asGuest(store, order));
  expect(session.customer_external_id).toBeNull();
  const { body: changed } = await change(session, { payment_source_id: second.id });
  expect(changed.customer_external_id).toBe(intentOf(session).customer);
  expect(changed.external_data.customer_id).toBe(intentOf(session).customer);
  expect((await complete(session)).body.payment.source.id).toBe(second.id);
});

it('if Stripe refuses the card, the session remains a guest’s', async () => {
  const { body: session } = await open({}, asGuest(store, order));
  const third = await saveCard('pm_card_visa');
  Object.assign(gateway.account.methods.get(third.profile) ?? {}, { detached: true });
  expect((await change(session, { payment_source_id: third.id })).status).toBe(422);
  const { body } = await ask('GET', sessionsPath(order, `/${session.id as string}`));
  expect([body.status, body.customer_external_id]).toEqual(['pending', null]);
  expect(intentOf(session)).toMatchObject({ customer: null, payment_method: null });
});

it('the response to an update is lost: after a retry its card pays', async () => {
  const { body: session } = await open({ payment_source_id: first.id });
  gateway.faults.add({ fault: { does: 'answer after', status: 500 }, route: /payment_intents\/[^/]+$/ });
  const key = `change ${order.id}`;
  const data = { payment_source_id: second.id };
  expect((await change(session, data, asCustomer(key))).status).toBe(503);
  expect((await change(session, data, asCustomer(key))).status).toBe(200);
  expect((await complete(session)).body.payment.source.id).toBe(second.id);
});

it('Medusa’s page sends a saved card’s Stripe id, and the payment shows the card', async () => {
  const headers = asShopper(store, undefined, store.customer.jwt);
  const data = { stripe_payment_method_id: second.profile };
  const opened = await ask('POST', collectionPath(order), { provider_id: 'pp_stripe_stripe', data }, headers);
  expect(opened.status).toBe(200);
  expect((await ask('POST', `/store/carts/${order.cart_id}/complete`, {}, headers)).body.type).toBe('order');
  const { body } = await ask('GET', `/api/v3/store/orders/${order.id}/payments`);
  expect(body.data[0].source.id).toBe(second.id);
});
