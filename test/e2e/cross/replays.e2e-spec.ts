import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { medusaIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { placed } from '../../support/medusa-admin';
import { aVariant } from '../../support/spree';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

// A key stores the read model of the first response: a replay serializes that, even if the resource has changed since.

let store: StoreMade;
const orders: OrderMade[] = [];

beforeAll(async () => {
  store = await aStore();
});
afterEach(() => expectInvariants(...orders.splice(0)));

async function newOrder(): Promise<OrderMade> {
  const order = await anOrder(store);
  orders.push(order);
  return order;
}

interface Act {
  readonly first: () => Promise<Reply>;
  /** Changes what the first response showed. */
  readonly change: (made: Json) => Promise<Reply>;
}

const spree = (method: string, path: string, body?: Json, key?: string): Promise<Reply> =>
  call(method, `/api/v3/admin/${path}`, { headers: asOrderSystem(store, key), body });
const medusa = (method: string, path: string, body?: Json, key?: string): Promise<Reply> =>
  call(method, `/admin/${path}`, { headers: asAdmin(store, key), body });

const ACTS: Record<string, (key: string) => Promise<Act>> = {
  'an order created through the admin API': async (key) => {
    const body = { currency: 'USD', items: [{ name: 'T-shirt', quantity: 1, price: '5.00' }] };
    return {
      first: () => spree('POST', 'orders', body, key),
      change: ({ id }) => spree('PATCH', `orders/${id}/cancel`),
    };
  },
  'a customer': async (key) => ({
    first: () => spree('POST', 'customers', { email: `${key}@example.com` }, key),
    change: ({ id }) => spree('PATCH', `customers/${id}`, { first_name: 'Ada' }),
  }),
  'a variant': async (key) => ({
    first: () => spree('POST', 'variants', { name: 'Cap', prices: [{ currency: 'USD', amount: '5' }] }, key),
    change: ({ id }) => spree('DELETE', `variants/${id}`),
  }),
  'a gift card that has expired since': async (key) => ({
    first: () =>
      spree('POST', 'gift_cards', { amount: '5', currency: 'USD', expires_at: '2999-01-01T00:00:00Z' }, key),
    change: async ({ id }) => {
      await database().query(`UPDATE gift_cards SET expires_at = now() - interval '1 hour' WHERE id = $1`, [
        uuidOf(id),
      ]);
      return spree('PATCH', `gift_cards/${id}/cancel`);
    },
  }),
  'an API key (a secret one’s token is never stored)': async (key) => ({
    first: () => medusa('POST', 'api-keys', { title: 'x', type: 'publishable' }, key),
    change: ({ api_key: { id } }) => medusa('POST', `api-keys/${id}/revoke`, {}),
  }),
  'a refund reason': async (key) => ({
    first: () => medusa('POST', 'refund-reasons?fields=id,label', { label: key, code: key }, key),
    change: ({ refund_reason: { id } }) => medusa('DELETE', `refund-reasons/${id}`),
  }),
  'a capture with its collection, by fields': async (key) => {
    const payment = await placed(store, await newOrder());
    const path = `payments/${payment}/capture?fields=%2A,payment_collection.status,captures.amount`;
    return {
      first: () => medusa('POST', path, { amount: 40 }, key),
      change: () => medusa('POST', `payments/${payment}/refund`, { amount: 40 }),
    };
  },
  'a cart, by fields': async (key) => {
    const order = await newOrder();
    const path = `/store/carts/${order.cart_id}?fields=id,email,%2Aitems`;
    const setEmail = (email: string, withKey?: string): Promise<Reply> =>
      call('POST', path, {
        headers: { ...asShopper(store, withKey), 'x-spree-order-token': order.token },
        body: { email },
      });
    return { first: () => setEmail('a@example.com', key), change: () => setEmail('b@example.com') };
  },
  'a line of a cart': async (key) => {
    const [order, variant] = [await newOrder(), await aVariant(store)];
    const path = `/api/v3/store/orders/${order.id}/line_items`;
    const body = { variant_id: variant, quantity: 1 };
    return {
      first: () => call('POST', path, { headers: asGuest(store, order, key), body }),
      change: () => call('POST', path, { headers: asGuest(store, order), body }),
    };
  },
};

it.each(Object.keys(ACTS))('replays the original response, byte for byte: %s', async (name) => {
  const key = `replay${Object.keys(ACTS).indexOf(name)}`;
  const act = await ACTS[name]?.(key);
  if (!act) throw new Error(name);
  const first = await act.first();
  expect(first.status).toBeLessThan(300);
  expect((await act.change(first.body)).status).toBeLessThan(300);
  const again = await act.first();
  expect([again.status, again.text]).toEqual([first.status, first.text]);
  expect(again.headers.get('idempotent-replayed')).toBe('true');
});

it.each(['spree', 'medusa'])(
  'replays a stored refusal even after the payment was voided (%s)',
  async (dialect) => {
    const order = await newOrder();
    const guest = { headers: asGuest(store, order) };
    const session = await call('POST', sessionsPath(order), {
      ...guest,
      body: { payment_method_id: methodOf(store), external_data: { bogus_card: 'hold_lapsed' } },
    });
    expect((await call('PATCH', sessionsPath(order, `/${session.body.id}/complete`), guest)).status).toBe(
      200,
    );
    const [payment] = (await spree('GET', `orders/${order.id}/payments`)).body.data;
    const capture = (): Promise<Reply> =>
      dialect === 'spree'
        ? spree('PATCH', `orders/${order.id}/payments/${payment.id}/capture`, {}, 'lapsed')
        : medusa('POST', `payments/${medusaIdOf('pay', uuidOf(payment.id))}/capture`, {}, 'lapsed-too');
    const first = await capture();
    expect(first.text).toContain('The authorization has expired');
    expect((await spree('PATCH', `orders/${order.id}/payments/${payment.id}/void`)).status).toBe(200);
    const again = await capture();
    expect([again.status, again.text]).toEqual([first.status, first.text]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
  },
);

it('with an Idempotency-Key, an unpaid order’s next and complete are refused as without, and a repeat is a replay', async () => {
  const order = await anOrder(store);
  for (const [act, code] of [
    ['next', 'order_cannot_transition'],
    ['complete', 'order_already_completed'],
  ]) {
    const send = (key?: string): Promise<Reply> =>
      call('PATCH', `/api/v3/store/orders/${order.id}/${act}`, { headers: asGuest(store, order, key) });
    const [without, first, again] = [await send(), await send(`unpaid ${act}`), await send(`unpaid ${act}`)];
    expect([without.status, without.body.error.code]).toEqual([422, code]);
    expect([first.text, first.headers.get('idempotent-replayed')]).toEqual([without.text, null]);
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([without.text, 'true']);
  }
});
