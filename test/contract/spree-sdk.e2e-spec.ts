import { createClient, SpreeError } from '@spree/sdk';
import { PaymentSessionSchema } from '@spree/sdk/zod';
import { anOrder, methodOf, type Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { aStore, baseUrl, database, type OrderMade, type StoreMade } from '../support/tandem';

// @spree/sdk 1.2.1, unmodified. Its own methods speak of carts, which this server has not learnt yet; its client, with
// its headers, its retries and its key on every mutation, is driven by its low-level request on the orders' routes.

let store: StoreMade;
let order: OrderMade;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  order = await anOrder(store);
});
afterEach(() => expectInvariants(order));

const client = (): ReturnType<typeof createClient> =>
  createClient({ baseUrl, publishableKey: store.publishable_key });
const asGuest = (): { spreeToken: string } => ({ spreeToken: order.token });

// Today's answers name a method's sources and a payment's status otherwise than those of the seed time do.
const SeedSession = PaymentSessionSchema.omit({ payment_method: true, payment: true });

it('pays an order as a guest, each answer as the SDK’s own schema wants it', async () => {
  const sdk = client();
  const path = `/orders/${order.id}/payment_sessions`;
  const made = await sdk.request<Json>('POST', path, {
    ...asGuest(),
    body: { payment_method_id: methodOf(store) },
  });
  expect(SeedSession.parse(made)).toMatchObject({ status: 'pending', amount: '110.0', order_id: order.id });
  const changed = await sdk.request<Json>('PATCH', `${path}/${made.id as string}`, {
    ...asGuest(),
    body: { external_data: { a: 1 } },
  });
  expect(SeedSession.parse(changed).external_data).toMatchObject({ a: 1 });
  const done = await sdk.request<Json>('PATCH', `${path}/${made.id as string}/complete`, asGuest());
  expect(SeedSession.parse(done).status).toBe('completed');
  expect(SeedSession.parse(await sdk.request('GET', `${path}/${made.id as string}`, asGuest())).id).toBe(
    made.id,
  );
});

it('pays an order as a logged-in customer', async () => {
  order = await anOrder(store, { customer_id: store.customer.id });
  const options = { token: store.customer.jwt, body: { payment_method_id: methodOf(store) } };
  const made = await client().request<Json>('POST', `/orders/${order.id}/payment_sessions`, options);
  expect(SeedSession.parse(made).status).toBe('pending');
});

it('reads an order through the SDK’s own orders.get', async () => {
  const shown = await client().orders.get(order.id, undefined, asGuest());
  expect(shown).toMatchObject({ id: order.id, number: order.number, total: '110.0' });
});

it('gets errors that the SDK understands', async () => {
  const refused = client().request('POST', `/orders/${order.id}/payment_sessions`, {
    ...asGuest(),
    body: { payment_method_id: methodOf(store), amount: '200' },
  });
  await expect(refused).rejects.toBeInstanceOf(SpreeError);
  await expect(refused).rejects.toMatchObject({
    status: 422,
    code: 'validation_error',
    details: { amount: [expect.any(String)] },
  });
});

it('sends its own key with every mutation, so its retry after a broken line makes nothing twice', async () => {
  let calls = 0;
  const losesFirstAnswer: typeof fetch = async (input, init) => {
    const response = await fetch(input, init);
    if (++calls === 1) throw new TypeError('the line broke before the answer');
    return response;
  };
  const sdk = createClient({ baseUrl, publishableKey: store.publishable_key, fetch: losesFirstAnswer });
  await sdk.request('POST', `/orders/${order.id}/payment_sessions`, {
    ...asGuest(),
    body: { payment_method_id: methodOf(store) },
  });
  expect(calls).toBe(2);
  const { rows } = await database().query(
    'SELECT count(*)::int AS sessions FROM payment_sessions s JOIN orders o ON o.id = s.order_id WHERE o.number = $1',
    [order.number],
  );
  expect(rows).toEqual([{ sessions: 1 }]);
});
