import { asShopper, call, type Json, type Reply } from '../../support/http';
import { medusaIdOf, uuidOf } from '../../support/ids';
import { aVariant } from '../../support/spree';
import { aStore, type StoreMade } from '../../support/tandem';
import * as shapes from './shapes';
import { differences, type Shape } from './shapes';

export type Headers_ = Record<string, string>;
type Sent = readonly [method: string, path: string, body?: unknown];

/** What the recorded requests are replayed against. */
export interface Stage {
  readonly store: StoreMade;
  readonly variant: string;
  readonly shopper: Headers_;
  readonly admin: Headers_;
}

export async function setUpStage(): Promise<Stage> {
  const store = await aStore();
  const variant = medusaIdOf('variant', uuidOf(await aVariant(store)));
  return {
    store,
    variant,
    shopper: asShopper(store),
    admin: { authorization: `Bearer ${store.admin.jwt}` },
  };
}

export async function expectShape(
  [method, path, body]: Sent,
  headers: Headers_,
  shape: Shape,
): Promise<Json> {
  const reply = await call(method, path, { headers, body });
  expect([reply.status, reply.status === 200 ? '' : reply.text]).toEqual([200, '']);
  expect(differences(reply.body, shape)).toEqual([]);
  return reply.body;
}

export async function expectRefusal(
  [method, path, body]: Sent,
  headers: Headers_,
  status: number,
  response: Json,
): Promise<Reply> {
  const reply = await call(method, path, { headers, body });
  expect([reply.status, reply.body]).toEqual([status, response]);
  return reply;
}

export const invalid = (message: string): Json => ({
  type: 'invalid_data',
  message: `Invalid request: ${message}`,
});

export const system = { provider_id: 'pp_system_default' };

export const sessionsOf = (collection: Json): string =>
  `/store/payment-collections/${collection.id as string}/payment-sessions`;

export async function aCart(stage: Stage, more: Json = {}, headers = stage.shopper): Promise<Json> {
  const items = [{ variant_id: stage.variant, quantity: 2 }];
  const body = { region_id: stage.store.region_id, items, ...more };
  return (await expectShape(['POST', '/store/carts', body], headers, { cart: shapes.CART })).cart;
}

export async function aCollection(
  cart: Json,
  headers: Headers_,
  collection: Shape = shapes.COLLECTION,
): Promise<Json> {
  const body = { cart_id: cart.id };
  const shape = { payment_collection: collection };
  return (await expectShape(['POST', '/store/payment-collections', body], headers, shape)).payment_collection;
}

/** A guest's cart, paid for and placed. */
export async function aPlacedOrder(stage: Stage): Promise<{ cart: Json; collection: Json; order: Json }> {
  const { shopper } = stage;
  const cart = await aCart(stage, { email: 'g@x.co' });
  const collection = await aCollection(cart, shopper);
  await expectShape(['POST', sessionsOf(collection), { ...system, data: { foo: 'bar' } }], shopper, {
    payment_collection: shapes.COLLECTION,
  });
  const path = `/store/carts/${cart.id as string}/complete`;
  const shape = { type: 'string', order: shapes.PLACED_ORDER };
  const { order } = await expectShape(['POST', path], shopper, shape);
  return { cart, collection, order };
}
