import Medusa from '@medusajs/js-sdk';
import { withOrder } from '../support/checkout';
import { anOrder, paymentOf, type Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { baseUrl, type OrderMade, type StoreMade } from '../support/tandem';

// @medusajs/js-sdk 2.21.2, unmodified: a storefront's checkout page, and a back office with its secret key.

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const storefront = (): Medusa =>
  new Medusa({
    baseUrl,
    publishableKey: store.publishable_key,
    auth: { type: 'jwt', jwtTokenStorageMethod: 'memory' },
  });
const backOffice = (): Medusa => new Medusa({ baseUrl, apiKey: store.secret_key });

/** The SDK's type requires a whole cart, but it only reads the cart's id and the collection's. */
const cart = (): Json => ({ id: order.cart_id });

async function place(sdk: Medusa): Promise<string> {
  await sdk.store.payment.initiatePaymentSession(cart(), { provider_id: 'pp_bogus_default' });
  const completed = await sdk.store.cart.complete(order.cart_id);
  expect(completed.type).toBe('order');
  return paymentOf(store, order);
}

it('a guest’s checkout page: providers, session, completion', async () => {
  const sdk = storefront();
  const { payment_providers } = await sdk.store.payment.listPaymentProviders({ region_id: store.region_id });
  expect(payment_providers.map(({ id }) => id)).toContain('pp_bogus_default');
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(
    cart(),
    { provider_id: 'pp_bogus_default', data: { note: 'x' } },
    { fields: '+status' },
  );
  expect(payment_collection).toMatchObject({ currency_code: 'usd', amount: 110, status: 'not_paid' });
  expect(payment_collection.payment_sessions).toMatchObject([
    { status: 'pending', amount: 110, data: { note: 'x' } },
  ]);
  const completed = await sdk.store.cart.complete(order.cart_id);
  expect(completed).toMatchObject({ type: 'order', order: { total: 110, currency_code: 'usd' } });
});

it('a customer’s cart requires that customer’s token', async () => {
  order = await anOrder(store, { customer_id: store.customer.id });
  const guests = storefront().store.payment.initiatePaymentSession(cart(), {
    provider_id: 'pp_bogus_default',
  });
  await expect(guests).rejects.toMatchObject({ status: 404 });
  const sdk = storefront();
  await sdk.client.setToken(store.customer.jwt);
  const { payment_collection } = await sdk.store.payment.initiatePaymentSession(cart(), {
    provider_id: 'pp_bogus_default',
  });
  expect(payment_collection.payment_sessions).toHaveLength(1);
  const [session] = payment_collection.payment_sessions ?? [];
  expect(session?.context).toMatchObject({
    customer: { id: expect.stringMatching(/^cus_/), email: expect.any(String) },
    account_holder: { id: expect.stringMatching(/^acchld_/), provider_id: 'pp_bogus_default' },
  });
});

it('a back office with its secret key captures, and refunds with a note', async () => {
  const payment = await place(storefront());
  const admin = backOffice().admin.payment;
  expect((await admin.capture(payment, { amount: 40 })).payment.captures).toMatchObject([{ amount: 40 }]);
  const captured = await admin.capture(payment, {});
  expect(captured.payment.captured_at).not.toBeNull();
  const refunded = await admin.refund(payment, { amount: 10, note: 'late' });
  expect(refunded.payment.refunds).toMatchObject([{ amount: 10, note: 'late' }]);
});

it('after a declined card the SDK gets the cart and the reason', async () => {
  const sdk = storefront();
  await sdk.store.payment.initiatePaymentSession(cart(), {
    provider_id: 'pp_bogus_default',
    data: { bogus_card: 'card_declined' },
  });
  const completed = await sdk.store.cart.complete(order.cart_id);
  expect(completed).toMatchObject({
    type: 'cart',
    cart: { id: order.cart_id },
    error: { type: 'payment_authorization_error' },
  });
});

it('an error is reported to the SDK with Medusa’s message', async () => {
  const refused = storefront().store.payment.initiatePaymentSession(cart(), { provider_id: 'pp_nope_nope' });
  await expect(refused).rejects.toMatchObject({
    status: 400,
    message: expect.stringContaining('is not enabled in the cart'),
  });
});
