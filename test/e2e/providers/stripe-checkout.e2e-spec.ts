import {
  anOrder,
  asAdmin,
  asGuest,
  asShopper,
  call,
  collectionPath,
  paymentOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import type { FaultFor } from '../../support/stripe/faults';
import type { Intent } from '../../support/stripe/objects';
import { expectQuiet } from '../../support/stripe/quiet';
import { refundedAmount } from '../../support/stripe/refunds';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';
import { until } from '../../support/target-server';

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
  method = await aMethod();
});
beforeEach(async () => {
  gateway.faults.clear();
  order = await anOrder(store, {}, server.url);
});
afterEach(() => expectQuiet(own.pool, order));
afterAll(() => world.close());

const aMethod = (more?: Json): Promise<string> => world.method(undefined, more);

const shop = (verb: string, path: string, body: Json = {}, key?: string): Promise<Reply> =>
  call(verb, path, { headers: asGuest(store, order, key), body, server: server.url });
const open = (key?: string, of = method): Promise<Reply> =>
  shop('POST', sessionsPath(order), { payment_method_id: of }, key);
const complete = ({ id }: Json, key?: string): Promise<Reply> =>
  shop('PATCH', sessionsPath(order, `/${id as string}/complete`), {}, key);
const staff = (verb: string, path: string, body?: Json): Promise<Reply> =>
  call(verb, path, { headers: asAdmin(store), body, server: server.url });

/** The intents of the given sessions. */
function intents(...sessions: readonly Json[]): Intent[] {
  return sessions.map(({ external_id }) => gateway.account.intent(external_id as string));
}

it('creates an intent for the shopper’s page, and trusts only Stripe that it is paid', async () => {
  const { body: session } = await open();
  const [intent] = intents(session);
  expect(intent).toMatchObject({ amount: 11000, currency: 'usd', capture_method: 'manual' });
  expect(session).toMatchObject({
    status: 'pending',
    external_data: { client_secret: intent?.client_secret },
  });

  expect((await complete(session)).body.status).toBe('pending');
  gateway.account.confirm(session.external_id as string, { payment_method: 'pm_card_visa' });
  const paid = await complete(session);
  expect(paid.body).toMatchObject({ status: 'completed', payment: { amount: '110.0', state: 'pending' } });
});

it('captures at once if the method is set to', async () => {
  const { body: session } = await open(undefined, await aMethod({ auto_capture: true }));
  gateway.account.confirm(session.external_id as string, { payment_method: 'pm_card_visa' });
  expect((await complete(session)).body.payment).toMatchObject({ state: 'completed', amount: '110.0' });
});

it('a shopper authenticates with their bank, and completes again', async () => {
  const { body: session } = await open();
  const id = session.external_id as string;
  gateway.account.confirm(id, { payment_method: 'pm_card_authenticationRequired' });
  const waiting = await complete(session);
  expect(waiting.body).toMatchObject({
    status: 'pending',
    external_data: { next_action: expect.any(Object) },
  });
  gateway.account.resolve(id, true);
  expect((await complete(session)).body.status).toBe('completed');
});

it('a declined card fails the session, and another card can pay the order', async () => {
  const { body: session } = await open();
  expect(() =>
    gateway.account.confirm(session.external_id as string, { payment_method: 'pm_card_chargeDeclined' }),
  ).toThrow();
  expect((await complete(session)).body.status).toBe('failed');
  const { body: another } = await open();
  gateway.account.confirm(another.external_id as string, { payment_method: 'pm_card_visa' });
  expect((await complete(another)).body.status).toBe('completed');
});

it('checks out through Medusa, captures a part, refunds a part', async () => {
  const headers = asShopper(store);
  const post = (path: string, body: Json = {}): Promise<Reply> =>
    call('POST', path, { headers, body, server: server.url });
  const { body } = await post(collectionPath(order), { provider_id: 'pp_stripe_stripe' });
  const [session] = body.payment_collection.payment_sessions;
  const id = (session.data.client_secret as string).split('_secret_')[0] ?? '';
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  expect((await post(`/store/carts/${order.cart_id}/complete`)).body.type).toBe('order');
  const payment = await paymentOf(store, order, server.url);
  const captured = await staff('POST', `/admin/payments/${payment}/capture`, { amount: 40 });
  expect(captured.body.payment.captures).toMatchObject([{ amount: 40 }]);
  const seen = await staff('GET', `/admin/payments/${payment}?fields=id,*payment_session`);
  expect(seen.body.payment.payment_session).toMatchObject({ provider_id: 'pp_stripe_stripe' });
  expect(seen.text).not.toMatch(/_secret/);
  const refunded = await staff('POST', `/admin/payments/${payment}/refund`, { amount: 15.5 });
  expect(refunded.body.payment.refunds).toMatchObject([{ amount: 15.5 }]);
  const charge = gateway.account.chargeOf(gateway.account.intent(id));
  expect([charge.amount_captured, refundedAmount(gateway.account, charge)]).toEqual([4000, 1550]);
});

it('an intent whose response was lost is created once, and the retry returns it', async () => {
  const before = gateway.account.intents.size;
  gateway.faults.add({ fault: { does: 'answer after', status: 500 }, route: /payment_intents$/ });
  const lost = await open('lost');
  expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '1']);
  const retry = await open('lost');
  expect([retry.status, retry.body.status]).toEqual([201, 'pending']);
  expect(gateway.account.intents.size - before).toBe(1);
});

it('a refund whose response was cut off is made once', async () => {
  const { body: session } = await open(undefined, await aMethod({ auto_capture: true }));
  const id = session.external_id as string;
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  const { payment } = (await complete(session)).body;
  const cut: FaultFor = { fault: { does: 'cut after' }, route: /refunds$/ };
  gateway.faults.add(cut, cut);
  const path = `/orders/${order.id}/refunds`;
  const refund = (): Promise<Reply> =>
    call('POST', `/api/v3/admin${path}`, {
      headers: { 'x-spree-api-key': store.secret_key, 'idempotency-key': 'refund once' },
      body: { payment_id: payment.id, amount: '10' },
      server: server.url,
    });
  expect((await refund()).status).toBe(503);
  expect((await refund()).status).toBe(201);
  expect(gateway.account.chargeOf(gateway.account.intent(id)).amount_refunded).toBe(1000);
  const listed = await call('GET', `/api/v3/admin${path}`, {
    headers: { 'x-spree-api-key': store.secret_key },
    server: server.url,
  });
  expect(listed.body.data).toHaveLength(1);
});

it('an intent with another amount than requested is not accepted as paid', async () => {
  const { body: session } = await open();
  const intent = gateway.account.intent(session.external_id as string);
  gateway.account.confirm(intent.id, { payment_method: 'pm_card_visa' });
  intent.amount = 100;
  expect((await complete(session, 'odd')).status).toBe(503);
  intent.amount = 11000;
  expect((await complete(session, 'odd')).body.status).toBe('completed');
});

it('without a key in the method and the server, a session is refused with a clear error', async () => {
  const refused = await open(undefined, await aMethod({ preferences: {} }));
  expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(/has no secret key/)]);
});

it('a replaced session is closed at Stripe, and its authorization is released', async () => {
  const post = (): Promise<Reply> =>
    call('POST', collectionPath(order), {
      headers: asShopper(store),
      body: { provider_id: 'pp_stripe_stripe' },
      server: server.url,
    });
  const [first] = (await post()).body.payment_collection.payment_sessions;
  const id = (first.data.client_secret as string).split('_secret_')[0] ?? '';
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  await post();
  await until(() => gateway.account.intent(id).status === 'canceled', 50_000);
  expect(gateway.account.intent(id)).toMatchObject({ status: 'canceled', amount_capturable: 0 });
});
