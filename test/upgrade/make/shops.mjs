// What an installation holds after a while: people and keys, credits and cards, payments and sessions in each state.
import { until } from './installation.mjs';
import { medusaId, uuidOf } from './ids.mjs';

export const PASSWORD = 'correct horse battery';

/** Orders handed over and paid, by the name of what became of them. */
export class Shops {
  orders = {};
  payments = {};

  constructor(caller, client) {
    this.caller = caller;
    this.client = client;
  }

  get store() {
    return this.caller.store;
  }

  method(provider) {
    return this.store.payment_methods.find(({ provider_id }) => provider_id === provider).id;
  }

  async order(name, more = {}, key) {
    const body = { currency: 'USD', items: [{ name: 'T-shirt', quantity: 2, price: '55.00' }], ...more };
    const { id, number, token } = await this.caller.staff('POST', '/orders', body, key);
    const uuid = uuidOf(id);
    this.orders[name] = { id, number, token, cart_id: medusaId('cart', uuid) };
    return this.orders[name];
  }

  /** A session of an order in Spree's dialect. */
  session({ id, token }, external_data = {}, { key, method = this.method('pp_bogus_default') } = {}) {
    const body = { payment_method_id: method, external_data };
    return this.caller.spree('POST', `/orders/${id}/payment_sessions`, body, { key, token });
  }

  complete({ id, token }, session, key) {
    const path = `/orders/${id}/payment_sessions/${session.id}/complete`;
    return this.caller.spree('PATCH', path, {}, { key, token });
  }

  /** Paid in Spree's dialect, with the money held. */
  async paid(name, data = {}, more = {}) {
    const order = await this.order(name);
    const session = await this.session(order, data, more);
    const { payment } = await this.complete(order, session);
    this.payments[name] = payment?.id ?? null;
    return order;
  }

  /** A session of an order in Medusa's dialect. */
  async medusaSession({ cart_id }, data = {}, key) {
    const { payment_collection } = await this.caller.shop('POST', '/payment-collections', { cart_id });
    const body = { provider_id: 'pp_bogus_default', data };
    return this.caller.shop('POST', `/payment-collections/${payment_collection.id}/payment-sessions`, body, {
      key,
    });
  }

  /** Placed in Medusa's dialect, with the money held. */
  async placed(name, data = {}, key) {
    const order = await this.order(name);
    await this.medusaSession(order, data);
    const done = await this.caller.shop('POST', `/carts/${order.cart_id}/complete`, undefined, { key });
    if (done.type !== 'order') throw new Error(JSON.stringify(done));
    this.payments[name] = await this.medusaPayment(order);
    return order;
  }

  async medusaPayment(order) {
    const { rows } = await this.client.query('SELECT id FROM payments WHERE order_id = $1', [
      uuidOf(order.id),
    ]);
    return medusaId('pay', rows[0].id);
  }
}

/** One order with a session of each state that is not an open call's. */
export async function sessions(shops, jwt) {
  const { caller } = shops;
  const sale = await caller.staff('POST', '/payment_methods', {
    type: 'pp_bogus_default',
    name: 'Sale',
    auto_capture: true,
  });
  const pending = await shops.order('pending', {}, 'hand over');
  await shops.session(pending, { color: 'blue' }, { key: 'open' });
  await shops.medusaSession(await shops.order('pending in Medusa'), { color: 'blue' }, 'open in Medusa');
  await shops.paid('requires_action', { bogus_card: 'requires_action' });
  await shops.paid('failed', { bogus_card: 'card_declined' });
  await authorized(shops, jwt);
  await shops.paid('captured', {}, { method: sale.id });
  const replaced = await shops.order('canceled');
  await shops.medusaSession(replaced, { first: true });
  await shops.medusaSession(replaced, { second: true }, 'replace');
  const expired = await shops.order('expired');
  await shops.session(expired);
  await shops.client.query(
    `UPDATE payment_sessions SET expires_at = now() - interval '1 hour' WHERE order_id = $1`,
    [uuidOf(expired.id)],
  );
  await until('the session expires', () => stateIs(shops, expired, 'expired'));
}

async function authorized(shops, jwt) {
  const { caller } = shops;
  const order = await shops.order('authorized');
  const session = await shops.session(order);
  await caller.spree(
    'PATCH',
    `/orders/${order.id}/payment_sessions/${session.id}`,
    { external_data: { color: 'red' } },
    {
      key: 'change',
      token: order.token,
    },
  );
  await shops.complete(order, session, 'complete');
  const over = { payment_method_id: shops.method('pp_bogus_default') };
  await caller.spree('POST', `/orders/${order.id}/payment_sessions`, over, {
    key: 'over',
    token: order.token,
    refused: true,
  });
  await caller.shop(
    'POST',
    '/carts',
    { items: [], currency_code: 'xxq' },
    { key: 'no such currency', jwt, refused: true },
  );
}

/** Paid, and never placed: an answer that came when nobody asked any more placed nothing. */
export async function paidNeverPlaced(shops) {
  await shops.paid('paid, not placed', { bogus_card: 'processing' });
  const lost = await shops.order('paid in Medusa, not placed');
  await shops.medusaSession(lost, { bogus_card: 'answer_lost' });
  await shops.caller.call('POST', `/store/carts/${lost.cart_id}/complete`, {
    headers: shops.caller.asShopper(),
  });
  for (const name of ['paid, not placed', 'paid in Medusa, not placed'])
    await until(`${name} is paid`, () => stateIs(shops, shops.orders[name], 'authorized'));
}

async function stateIs({ client }, order, state) {
  const { rows } = await client.query('SELECT state FROM payment_sessions WHERE order_id = $1', [
    uuidOf(order.id),
  ]);
  return rows.some((row) => row.state === state);
}
