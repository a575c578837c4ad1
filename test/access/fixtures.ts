import {
  anOrder,
  asAdmin,
  asShopper,
  call,
  cartIdOf,
  methodOf,
  sessionsPath,
  type Json,
} from '../support/http';
import { medusaIdOf, spreeIdOf, uuidOf } from '../support/ids';
import { aMedusaVariant } from '../support/medusa';
import { aGiftCard, asStaff, aVariant, issueStoreCredit } from '../support/spree';
import { database, type StoreMade } from '../support/tandem';
import { bearer } from './callers';

export type Ids = Record<string, string>;

/** Replaces placeholders such as `:order` in a path or body. */
export function fill(text: string, ids: Ids): string {
  return text.replace(/:([a-z]+)/g, (all, name: string) => ids[name] ?? all);
}

/** Creates a customer's order with a session, and everything else a route refers to. */
export async function idsFor(store: StoreMade, route: string): Promise<Ids> {
  const order = await anOrder(store, { customer_id: store.customer.id });
  const headers = { 'x-spree-api-key': store.publishable_key, ...bearer(store.customer.jwt) };
  const shop: Shop = async (method, path, body = {}) =>
    (await call(method, path, { headers, ...(method !== 'GET' && { body }) })).body;
  const session = await shop('POST', sessionsPath(order), { payment_method_id: methodOf(store) });
  const shown = await shop('GET', `/api/v3/store/orders/${order.id}`);
  const ids: Ids = {
    order: order.id,
    method: methodOf(store),
    check: methodOf(store, 'pp_system_default'),
    session: session.id,
    line: shown.line_items[0].id,
    shopcart: `cart_${order.id.slice(3)}`,
    cart: order.cart_id,
    cartline: cartIdOf(shown.line_items[0].id, 'cali'),
    medusaorder: cartIdOf(order.id, 'order'),
    collection: cartIdOf(order.id, 'pay_col'),
    region: store.region_id,
    hook: 'system_default',
    customer: store.customer.id,
    email: store.customer.email,
    fresh: `fresh-${Math.random().toString(36).slice(2)}@example.com`,
  };
  for (const [name, make] of Object.entries(MAKERS)) {
    if (route.includes(`:${name}`)) Object.assign(ids, await make(store, ids, shop, route));
  }
  return ids;
}

type Shop = (method: string, path: string, body?: Json) => Promise<Json>;
type Maker = (store: StoreMade, ids: Ids, shop: Shop, route: string) => Promise<Ids>;

const MAKERS: Record<string, Maker> = {
  variant: async (store) => ({ variant: await aVariant(store) }),
  medusavariant: async (store) => ({ medusavariant: await aMedusaVariant(store) }),
  // A failed event, received by the webhook of one of the store's methods.
  paymentevent: async (store) => {
    const { rows } = await database().query<{ id: string }>(
      `INSERT INTO webhook_events (id, store_id, provider_id, headers, body, state, attempts, due_at)
       SELECT gen_random_uuid(), store_id, 'pp_gone_default', '{}', '', 'failed', 8, now() FROM api_keys WHERE token = $1
       RETURNING id`,
      [store.publishable_key],
    );
    return { paymentevent: spreeIdOf('pe', medusaIdOf('pe', rows[0]?.id ?? '')) };
  },
  code: async (store) => ({ code: (await aGiftCard(store, { amount: '1' })).code }),
  // Applied to the order if a cart's route names it; otherwise the customer's own.
  giftcard: async (store, ids, shop, route) => {
    const card = await aGiftCard(store, { amount: '1', customer_id: store.customer.id });
    if (route.includes('/carts/')) {
      await shop('POST', `/api/v3/store/carts/${ids['shopcart'] ?? ''}/gift_cards`, { code: card.code });
    }
    return { giftcard: card.id };
  },
  credit: async (store) => ({ credit: (await issueStoreCredit(store, '1')).id }),
  setup: async (_, ids, shop) => ({ setup: await aSetup(ids, shop) }),
  card: async (_, ids, shop) => {
    const path = `/api/v3/store/customer/payment_setup_sessions/${await aSetup(ids, shop)}/complete`;
    return { card: (await shop('PATCH', path)).payment_source_id };
  },
  payment: async (store, ids, shop, route) => {
    const path = `/api/v3/store/orders/${ids['order'] ?? ''}/payment_sessions/${ids['session'] ?? ''}/complete`;
    const { payment } = await shop('PATCH', path);
    if (/refund/.test(route)) await capture(store, ids, payment.id);
    return { payment: payment.id, medusapayment: cartIdOf(`or_${(payment.id as string).slice(3)}`, 'pay') };
  },
  // A placed order, fully authorized and uncaptured.
  placed: async (store, ids) => {
    const headers = asShopper(store, undefined, store.customer.jwt);
    const path = `/store/carts/${ids['cart'] ?? ''}/complete`;
    await call('POST', `/store/payment-collections`, { headers, body: { cart_id: ids['cart'] } });
    await call('POST', path, { headers });
    return { placed: cartIdOf(ids['order'] ?? '', 'order') };
  },
  further: async (store, ids, ...rest) => {
    const { placed } = (await MAKERS['placed']?.(store, ids, ...rest)) ?? {};
    const body = { order_id: placed, amount: 1 };
    const made = await call('POST', '/admin/payment-collections', { headers: asAdmin(store), body });
    return { placed: placed ?? '', further: made.body.payment_collection.id };
  },
  reason: async (store, ids) => {
    const body = { label: 'x', code: `reason of ${ids['order'] ?? ''}` };
    const made = await call('POST', '/admin/refund-reasons', { headers: asAdmin(store), body });
    return { reason: made.body.refund_reason.id };
  },
  apikey: async (store) => {
    const body = { title: 'x', type: 'publishable' };
    const made = await call('POST', '/admin/api-keys', { headers: asAdmin(store), body });
    return { apikey: made.body.api_key.id };
  },
  revokedkey: async (store, ...rest) => {
    const { apikey = '' } = (await MAKERS['apikey']?.(store, ...rest)) ?? {};
    await call('POST', `/admin/api-keys/${apikey}/revoke`, { headers: asAdmin(store) });
    return { revokedkey: apikey };
  },
  medusacustomer: (store) => Promise.resolve({ medusacustomer: cartIdOf(store.customer.id, 'cus') }),
  invite: async (store) => {
    const body = { email: `invited-${Math.random().toString(36).slice(2)}@example.com` };
    const reply = await call('POST', '/admin/invites', { headers: asAdmin(store), body });
    return { invite: reply.body.invite.id };
  },
  user: async (store) => {
    const headers = bearer(store.admin.jwt);
    return { user: (await call('GET', '/admin/users/me', { headers })).body.user.id };
  },
  // Not the caller.
  member: async (store) => ({ member: medusaIdOf('user', await aMember(store)) }),
  adminuser: async (store) => ({
    adminuser: spreeIdOf('admin', medusaIdOf('admin', await aMember(store))),
  }),
  medusapayment: async (...args) => (await MAKERS['payment']?.(...args)) ?? {},
  newmethod: async (store) => ({
    newmethod: (await asStaff(store, 'POST', '/payment_methods', { type: 'pp_bogus_default', name: 'x' })).id,
  }),
  // Nothing listens there; with a delivery for the canceled order.
  hook: async (store, ids, _, route) => {
    const hook = await asStaff(store, 'POST', '/webhook_endpoints', { url: 'http://127.0.0.1:9/' });
    const made: Ids = { hook: hook.id };
    if (!route.includes(':delivery')) return made;
    await asStaff(store, 'PATCH', `/orders/${ids['order'] ?? ''}/cancel`);
    const { data } = await asStaff(store, 'GET', `/webhook_endpoints/${hook.id}/deliveries`);
    return { ...made, delivery: data[0].id };
  },
  key: async (store) => ({
    key: (await asStaff(store, 'POST', '/api_keys', { name: 'x', key_type: 'secret', scopes: ['read_all'] }))
      .id,
  }),
};

async function aMember(store: StoreMade): Promise<string> {
  const { rows } = await database().query<{ id: string }>(
    `INSERT INTO admin_users (store_id, id, email, password_hash)
     SELECT store_id, gen_random_uuid(), gen_random_uuid() || '@example.com', '' FROM api_keys WHERE token = $1
     RETURNING id`,
    [store.publishable_key],
  );
  return rows[0]?.id ?? '';
}

async function aSetup(ids: Ids, shop: Shop): Promise<string> {
  const body = { payment_method_id: ids['method'] };
  return (await shop('POST', '/api/v3/store/customer/payment_setup_sessions', body)).id as string;
}

async function capture(store: StoreMade, ids: Ids, payment: string): Promise<void> {
  await asStaff(store, 'PATCH', `/orders/${ids['order'] ?? ''}/payments/${payment}/capture`, {
    amount: '50',
  });
}

/** Stored data of an order and its customer, to check that a refused request wrote nothing. */
export async function rowsOf({ order = '', customer = '' }: Ids): Promise<Json> {
  const { rows } = await database().query(
    `SELECT (SELECT json_agg(s ORDER BY s.id) FROM payment_sessions s WHERE s.order_id = $1) AS sessions,
       (SELECT json_agg(o) FROM orders o WHERE o.id = $1) AS orders,
       (SELECT json_agg(i ORDER BY i.id) FROM order_items i WHERE i.order_id = $1) AS items,
       (SELECT json_agg(u ORDER BY u.id) FROM credit_uses u WHERE u.order_id = $1) AS credit,
       (SELECT json_agg(p ORDER BY p.id) FROM payments p WHERE p.order_id = $1) AS payments,
       (SELECT json_agg(c ORDER BY c.id) FROM saved_cards c WHERE c.customer_id = $2) AS cards,
       (SELECT json_agg(c) FROM customers c WHERE c.id = $2) AS customers`,
    [uuidOf(order), uuidOf(customer)],
  );
  return rows[0];
}

/** Sends the request, and checks that a refusal reveals no internals and writes nothing. */
export async function expectStatus(
  [method, path, body]: readonly [string, string, Json, ...unknown[]],
  status: number,
  headers: Record<string, string>,
  ids: Ids,
): Promise<void> {
  const before = await rowsOf(ids);
  const sent = body && fill(JSON.stringify(body), ids);
  const reply = await call(method, fill(path, ids), { headers, body: sent });
  const internals = reply.status < 400 ? '' : (reply.text.match(/at \w+|SELECT|node_modules/) ?? '');
  expect([reply.status, internals, reply.status === status ? '' : reply.text]).toEqual([status, '', '']);
  if (status >= 400) expect(await rowsOf(ids)).toEqual(before);
}
