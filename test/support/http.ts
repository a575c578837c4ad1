import { medusaIdOf, uuidOf } from './ids';
import { baseUrl, type OrderMade, type StoreMade } from './tandem';

/** A parsed response. */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // Tests inspect responses of many shapes; each assertion checks its own.
  readonly body: Json;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the only untyped value: JSON enters the tests here
export type Json = any;

export interface Call {
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON, a string unchanged. */
  readonly body?: unknown;
  readonly server?: string;
}

export async function call(
  method: string,
  path: string,
  { headers = {}, body, server = baseUrl }: Call = {},
): Promise<Reply> {
  const response = await fetch(server + path, {
    method,
    headers: { 'content-type': 'application/json', ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: parsed(text) };
}

function parsed(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Headers_ = Record<string, string>;

/** A guest of Spree's API with an order's token. */
export function asGuest(store: StoreMade, order: Pick<OrderMade, 'token'>, key?: string): Headers_ {
  return { 'x-spree-api-key': store.publishable_key, 'x-spree-order-token': order.token, ...withKey(key) };
}

/** A storefront of Medusa's API. */
export function asShopper(store: StoreMade, key?: string, jwt?: string): Headers_ {
  return {
    'x-publishable-api-key': store.publishable_key,
    ...withKey(key),
    ...(jwt && { authorization: `Bearer ${jwt}` }),
  };
}

/** A back office with its secret key in Spree's header. */
export function asOrderSystem(store: StoreMade, key?: string): Headers_ {
  return { 'x-spree-api-key': store.secret_key, ...withKey(key) };
}

/** A back office with its secret key in Medusa's form. */
export function asAdmin(store: StoreMade, key?: string): Headers_ {
  return {
    authorization: `Basic ${Buffer.from(`${store.secret_key}:`).toString('base64')}`,
    ...withKey(key),
  };
}

/** A back office with another secret key, in the form of the path's dialect. */
export function byKey(secret: string, path: string): Headers_ {
  return path.startsWith('/api/v3')
    ? { 'x-spree-api-key': secret }
    : { authorization: `Basic ${Buffer.from(`${secret}:`).toString('base64')}` };
}

function withKey(key: string | undefined): Headers_ {
  return key === undefined ? {} : { 'idempotency-key': key };
}

/** The store's payment method of a provider. */
export function methodOf(store: StoreMade, provider = 'pp_bogus_default'): string {
  return store.payment_methods.find(({ provider_id }) => provider_id === provider)?.id ?? '';
}

/** Imports an unpaid order, of 110.00 USD unless `more` says otherwise. */
export async function anOrder(
  store: StoreMade,
  more: Record<string, unknown> = {},
  server?: string,
): Promise<OrderMade> {
  const body = { currency: 'USD', items: [{ name: 'T-shirt', quantity: 2, price: '55.00' }], ...more };
  const reply = await call('POST', '/api/v3/admin/orders', { headers: asOrderSystem(store), body, server });
  if (reply.status !== 201) throw new Error(reply.text);
  const { id, number, token } = reply.body as OrderMade;
  return { id, number, token, cart_id: cartIdOf(id) };
}

/** The cart's id: the same 128 bits as Spree's order id, in Medusa's format. */
export function cartIdOf(orderId: string, prefix = 'cart'): string {
  return medusaIdOf(prefix, uuidOf(orderId));
}

export function sessionsPath(order: Pick<OrderMade, 'id'>, rest = ''): string {
  return `/api/v3/store/orders/${order.id}/payment_sessions${rest}`;
}

export function collectionPath(order: Pick<OrderMade, 'id'>): string {
  return `/store/payment-collections/${cartIdOf(order.id, 'pay_col')}/payment-sessions`;
}

/** The payment of a guest's order, with Medusa's id. */
export async function paymentOf(
  store: StoreMade,
  order: Pick<OrderMade, 'cart_id' | 'token'>,
  server?: string,
): Promise<string> {
  const { body, text } = await call('POST', '/store/payment-collections?fields=payment_sessions.payment.id', {
    headers: { ...asShopper(store), 'x-spree-order-token': order.token },
    body: { cart_id: order.cart_id },
    server,
  });
  const { payment_sessions } = body.payment_collection;
  const paid = payment_sessions.find(({ payment }: Json) => payment !== null);
  if (!paid) throw new Error(text);
  return paid.payment.id as string;
}
