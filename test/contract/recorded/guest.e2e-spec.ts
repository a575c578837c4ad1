import { call, type Json } from '../../support/http';
import type { Headers_, Stage } from './replay';
import {
  aCart,
  aCollection,
  setUpStage,
  expectRefusal,
  expectShape,
  invalid,
  sessionsOf,
  system,
} from './replay';
import * as shapes from './shapes';
import type { Shape } from './shapes';

// What a Medusa 2.21.2 server answered to these requests, in this order: status, error words, the set and the types of
// keys. Where Tandem answers better than it (500s, HTML pages, empty bodies), its own answer stands here, with a note.

let stage: Stage;
let cart: Json;
let collection: Json;

beforeAll(async () => {
  stage = await setUpStage();
});

it('cart; collection, made once', async () => {
  cart = await aCart(stage, { email: 'g@x.co' });
  collection = await aCollection(cart, stage.shopper);
  expect(await aCollection(cart, stage.shopper)).toEqual(collection);
});

it.each([
  [{}, 400, invalid("Field 'cart_id' is required")],
  [{ cart_id: 'cart_nope' }, 404, { type: 'not_found', message: 'Cart id not found: cart_nope' }],
])('collection of %j', (body, status, response) =>
  expectRefusal(['POST', '/store/payment-collections', body], stage.shopper, status, response),
);

it('a session; another; one with data: one is left', async () => {
  const shape = { payment_collection: shapes.COLLECTION };
  await expectShape(['POST', sessionsOf(collection), system], stage.shopper, shape);
  await expectShape(['POST', sessionsOf(collection), system], stage.shopper, shape);
  const body = { ...system, data: { a: 1 } };
  const { payment_collection } = await expectShape(
    ['POST', sessionsOf(collection), body],
    stage.shopper,
    shape,
  );
  expect(payment_collection.payment_sessions).toMatchObject([{ data: { a: 1 }, status: 'pending' }]);
});

it('an unknown provider is refused by name, and the session that is there stays', async () => {
  await expectRefusal(['POST', sessionsOf(collection), { provider_id: 'pp_nope_nope' }], stage.shopper, 400, {
    type: 'invalid_data',
    message: `Payment provider pp_nope_nope is not enabled in the cart's region ${stage.store.region_id}.`,
  });
  const path = `/store/carts/${cart.id as string}?fields=*payment_collection.payment_sessions`;
  const shown = await expectShape(['GET', path], stage.shopper, {
    cart: {
      ...shapes.CART,
      payment_collection: shapes.wholeCollection({ payment_sessions: [shapes.SESSION] }, 'null'),
    },
  });
  expect(shown.cart.payment_collection.payment_sessions).toMatchObject([{ data: { a: 1 } }]);
});

it('an unknown collection is not found (Medusa: 500)', () =>
  expectRefusal(
    ['POST', '/store/payment-collections/pay_col_nope/payment-sessions', system],
    stage.shopper,
    404,
    { type: 'not_found', message: 'PaymentCollection with id: pay_col_nope was not found' },
  ));

it.each([
  [{}, invalid("Field 'provider_id' is required")],
  [undefined, invalid("Field 'provider_id' is required")],
  [{ provider_id: 5 }, invalid("Expected type: 'string' for field 'provider_id', got: '5'")],
  [{ ...system, amount: 5 }, invalid("Unrecognized fields: 'amount'")],
  [{ ...system, context: {} }, invalid("Unrecognized fields: 'context'")],
])('a session of %j', (body, response) =>
  expectRefusal(['POST', sessionsOf(collection), body], stage.shopper, 400, response),
);

it('JSON that is none', async () => {
  const reply = await call('POST', sessionsOf(collection), { headers: stage.shopper, body: '{bad' });
  expect([reply.status, reply.body.type, typeof reply.body.message]).toEqual([400, 'invalid_data', 'string']);
});

it.each([
  [
    {},
    'Publishable API key required in the request header: x-publishable-api-key. ' +
      'You can manage your keys in settings in the dashboard.',
  ],
  [{ 'x-publishable-api-key': 'pk_x' }, 'A valid publishable key is required to proceed with the request'],
])('a session with the headers %j', (headers: Headers_, message) =>
  expectRefusal(['POST', sessionsOf(collection), system], headers, 400, { type: 'not_allowed', message }),
);

const some = (...names: string[]): Readonly<Record<string, Shape>> =>
  Object.fromEntries(['id', ...names].map((name) => [name, shapes.COLLECTION[name as 'id'] ?? 'string']));
const WHOLE = some('currency_code', 'amount', 'payment_sessions');
// Its page documents what its server leaves out: here it can be asked for (Medusa: not).
const COMPLETED = { created_at: 'string', updated_at: 'string', completed_at: 'null' };

it.each<[string, Shape]>([
  ['id,amount', some('amount')],
  ['+metadata', { ...WHOLE, metadata: 'null' }],
  ['-amount', some('currency_code', 'payment_sessions')],
  ['*payment_sessions', WHOLE],
  [
    'id,*payment_sessions,*payment_providers',
    { id: 'string', payment_sessions: [shapes.SESSION], payment_providers: [] },
  ],
  ['*payments', { ...WHOLE, payments: [] }],
  ['nope', some()],
  ['+nope', WHOLE],
  ['payment_sessions.id', { id: 'string', payment_sessions: [{ id: 'string' }] }],
  ['id,payment_sessions.data', { id: 'string', payment_sessions: [{ id: 'string', data: 'object' }] }],
  ['*payment_sessions.payment', WHOLE],
  ['+payment_sessions.payment.captures.amount', WHOLE],
  ['*order', WHOLE],
  ['*cart', WHOLE],
  ['raw_amount', some()],
  ['+raw_amount', WHOLE],
  ['created_at,updated_at,completed_at,status', { ...some('status'), ...COMPLETED }],
])('fields=%s', async (fields, shape) => {
  const path = `${sessionsOf(collection)}?fields=${encodeURIComponent(fields)}`;
  await expectShape(['POST', path, system], stage.shopper, { payment_collection: shape });
});

it.each<[string, Headers_]>([
  ['?locale=pl-PL', {}],
  ['', { 'x-medusa-locale': 'pl-PL' }],
  ['', { 'x-medusa-locale': '???' }],
])('a locale in %s %j changes nothing', (query, headers) =>
  expectShape(
    ['POST', sessionsOf(collection) + query, system],
    { ...stage.shopper, ...headers },
    { payment_collection: WHOLE },
  ),
);

it('providers of a region, and of none', async () => {
  const path = '/store/payment-providers';
  const each = { id: 'string', is_enabled: 'boolean' };
  await expectShape(
    ['GET', `${path}?region_id=${stage.store.region_id}`],
    stage.shopper,
    shapes.page('payment_providers', each),
  );
  await expectRefusal(['GET', path], stage.shopper, 400, invalid("Field 'region_id' is required"));
});

it.each(['GET', 'DELETE'])('%s of sessions is no route (Medusa: an HTML page)', async (method) => {
  const reply = await call(method, sessionsOf(collection), { headers: stage.shopper });
  expect([reply.status, reply.body.type]).toEqual([404, 'not_found']);
  expect(reply.headers.get('content-type')).toContain('application/json');
});

it('a cart without a collection cannot be completed', async () => {
  cart = await aCart(stage, { email: 'g@x.co' });
  await expectRefusal(['POST', `/store/carts/${cart.id as string}/complete`], stage.shopper, 400, {
    type: 'invalid_data',
    message: 'Payment collection has not been initiated for cart',
  });
});
