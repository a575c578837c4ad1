import { asAdmin, asShopper, call, type Json, type Reply } from './http';
import { medusaIdOf, uuidOf } from './ids';
import { expectInvariants } from './invariants';
import { aVariant } from './spree';
import { aStore, type StoreMade } from './tandem';

/** A variant at 55.00 USD by default, as a Medusa id. */
export async function aMedusaVariant(store: StoreMade, more: Record<string, unknown> = {}): Promise<string> {
  return medusaIdOf('variant', uuidOf(await aVariant(store, more)));
}

/** A storefront of Medusa's API: a guest's, or a customer's if given a token. */
export interface Shop {
  (method: string, path: string, body?: unknown, key?: string): Promise<Reply>;
}

export function shopOf(store: StoreMade, jwt?: string): Shop {
  return (method, path, body, key) =>
    call(method, `/store${path}`, { headers: asShopper(store, key, jwt), body });
}

/** A back office with its secret key. */
export function backOfficeOf(store: StoreMade): Shop {
  return (method, path, body, key) => call(method, `/admin${path}`, { headers: asAdmin(store, key), body });
}

/** A store with a guest, a customer and a back office, all through Medusa's API. */
export interface MedusaStore {
  readonly store: StoreMade;
  /** At 55.00 USD. */
  readonly variant: string;
  readonly guest: Shop;
  /** The store's customer, logged in. */
  readonly customer: Shop;
  readonly office: Shop;
}

/**
 * Gives a file such a store. Called once, at the top of the file:
 * `withMedusaStore((made) => ({ store, variant, guest } = made));`
 */
export function withMedusaStore(
  assign: (made: MedusaStore) => void,
  more: Record<string, unknown> = {},
): void {
  beforeAll(async () => {
    const store = await aStore();
    const [guest, customer] = [shopOf(store), shopOf(store, store.customer.jwt)];
    assign({
      store,
      variant: await aMedusaVariant(store, more),
      guest,
      customer,
      office: backOfficeOf(store),
    });
  });
}

/** The order in a response; fails if there is none. */
export async function orderOf(reply: Promise<Reply>): Promise<Json> {
  const { status, body, text } = await reply;
  if (status !== 200) throw new Error(`${status} ${text}`);
  return body.order;
}

/** The cart in a response; fails if there is none. */
export async function cartOf(reply: Promise<Reply>): Promise<Json> {
  const { status, body, text } = await reply;
  if (status !== 200) throw new Error(`${status} ${text}`);
  return body.cart ?? body.parent;
}

/** Creates a collection and a session for a cart; returns the last response. */
export async function aSession(shop: Shop, cartId: string, body: Json = {}): Promise<Reply> {
  const made = await shop('POST', '/payment-collections', { cart_id: cartId });
  const { id } = made.body.payment_collection;
  return shop('POST', `/payment-collections/${id as string}/payment-sessions`, {
    provider_id: 'pp_bogus_default',
    ...body,
  });
}

export function completed(shop: Shop, cartId: string, key?: string): Promise<Reply> {
  return shop('POST', `/carts/${cartId}/complete`, undefined, key);
}

/** Places an order from a filled cart; returns the order. */
export async function placed(shop: Shop, cartId: string): Promise<Json> {
  await aSession(shop, cartId);
  const { body, text } = await completed(shop, cartId);
  if (body?.type !== 'order') throw new Error(text);
  return body.order;
}

/** An order of two of a variant, placed and paid with a card: authorized, not captured. */
export async function placeNewOrder(shop: Shop, variant: string): Promise<Json> {
  return placed(shop, (await aCart(shop, variant)).id);
}

let opened: Json[] = [];

afterEach(async () => {
  const carts = opened;
  opened = [];
  await expectInvariants(...carts);
});

/** A cart with two of a variant by default. Its invariants are checked after the test. */
export async function aCart(shop: Shop, variant: string, body: Json = {}): Promise<Json> {
  const items = [{ variant_id: variant, quantity: 2 }];
  const cart = await cartOf(shop('POST', '/carts', { items, ...body }));
  opened.push(cart);
  return cart;
}

export function readCart(shop: Shop, id: string, query = ''): Promise<Json> {
  return cartOf(shop('GET', `/carts/${id}${query}`));
}

/** The error of a refused request. */
export function refusal({ status, body }: Pick<Reply, 'status' | 'body'>): Json {
  return [status, body.type, body.message];
}

export const ID = expect.stringMatching(/^[a-z_]+_[0-9A-HJKMNP-TV-Z]{26}$/) as unknown;
export const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as unknown;
