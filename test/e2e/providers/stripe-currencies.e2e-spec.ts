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
import { asStaff } from '../../support/spree';
import type { Charge } from '../../support/stripe/objects';
import { expectQuiet } from '../../support/stripe/quiet';
import { refundedAmount } from '../../support/stripe/refunds';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade, StoreMade } from '../../support/tandem';

// Currencies with Stripe's own minor units, through both APIs: the amounts requested, captured and refunded are the same at Stripe.

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
  method = await world.method();
});
afterEach(() => expectQuiet(own.pool, order));
afterAll(() => world.close());

async function ordered(currency: string, price: string): Promise<void> {
  order = await anOrder(store, { currency, items: [{ name: 'Tee', quantity: 1, price }] }, server.url);
}

function pay(id: string): Charge {
  gateway.account.confirm(id, { payment_method: 'pm_card_visa' });
  return gateway.account.chargeOf(gateway.account.intent(id));
}

const shop = (verb: string, path: string, body: Json): Promise<Reply> =>
  call(verb, sessionsPath(order, path), { headers: asGuest(store, order), body, server: server.url });
const medusa = (path: string, body: Json = {}): Promise<Reply> =>
  call('POST', path, { headers: asShopper(store), body, server: server.url });
const admin = (path: string, body: Json): Promise<Reply> =>
  call('POST', path, { headers: asAdmin(store), body, server: server.url });

/** Total, captured and refunded: as sent to Tandem, and as stored at Stripe. */
const ODD: readonly (readonly [string, readonly [string, string, string], readonly number[]])[] = [
  ['JPY', ['1500', '500', '200'], [1500, 500, 200]],
  ['UGX', ['5000', '2000', '1000'], [500_000, 200_000, 100_000]],
  ['ISK', ['1500', '500', '200'], [150_000, 50_000, 20_000]],
  ['KWD', ['12.340', '5.120', '1.000'], [12_340, 5_120, 1_000]],
  ['HUF', ['1500.50', '500.25', '200.00'], [150_050, 50_025, 20_000]],
];

const sums = (charge: Charge): number[] => [
  charge.amount,
  charge.amount_captured,
  refundedAmount(gateway.account, charge),
];

it.each(ODD)('%s through Spree', async (currency, [whole, captured, refunded], atStripe) => {
  await ordered(currency, whole);
  const { body: session } = await shop('POST', '', { payment_method_id: method });
  const charge = pay(session.external_id as string);
  const { payment } = (await shop('PATCH', `/${session.id as string}/complete`, {})).body;
  const at = `/orders/${order.id}`;
  await asStaff(store, 'PATCH', `${at}/payments/${payment.id}/capture`, { amount: captured }, server.url);
  const refund = { payment_id: payment.id, amount: refunded };
  const { amount } = await asStaff(store, 'POST', `${at}/refunds`, refund, server.url);
  expect([Number(payment.amount), Number(amount)]).toEqual([Number(whole), Number(refunded)]);
  expect(sums(charge)).toEqual(atStripe);
});

it.each(ODD)('%s through Medusa', async (currency, [whole, captured, refunded], atStripe) => {
  await ordered(currency, whole);
  const { body } = await medusa(collectionPath(order), { provider_id: 'pp_stripe_stripe' });
  const [{ data }] = body.payment_collection.payment_sessions;
  const charge = pay((data.client_secret as string).split('_secret_')[0] ?? '');
  expect((await medusa(`/store/carts/${order.cart_id}/complete`)).body.type).toBe('order');
  const at = `/admin/payments/${await paymentOf(store, order, server.url)}`;
  await admin(`${at}/capture`, { amount: Number(captured) });
  const { payment } = (await admin(`${at}/refund`, { amount: Number(refunded) })).body;
  expect([payment.amount, payment.refunds[0].amount]).toEqual([Number(whole), Number(refunded)]);
  expect(sums(charge)).toEqual(atStripe);
});

it('both APIs refuse an amount that Stripe cannot charge, each in its own format, and no intent is created', async () => {
  await ordered('KWD', '12.345');
  const before = gateway.account.intents.size;
  const spree = await shop('POST', '', { payment_method_id: method });
  expect([spree.status, spree.text]).toEqual([422, expect.stringMatching(/KWD amounts must end in 0/)]);
  const refused = await medusa(collectionPath(order), { provider_id: 'pp_stripe_stripe' });
  expect([refused.status, refused.text]).toEqual([422, expect.stringMatching(/KWD amounts must end in 0/)]);
  expect(gateway.account.intents.size).toBe(before);
});
