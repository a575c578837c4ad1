import { call, asGuest, type Json } from '../../support/http';
import { aCart, cartOf, type Shop, withMedusaStore } from '../../support/medusa';
import { aVariant } from '../../support/spree';
import type { StoreMade } from '../../support/tandem';

// A cart line is a variant plus its metadata: a shirt with another engraving is another line.

let store: StoreMade;
let guest: Shop;
let variant: string;

withMedusaStore((made) => ({ store, variant, guest } = made));

const sorted = (lines: [number, Json][]): [number, Json][] =>
  [...lines].sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

const linesOf = (cart: Json): [number, Json][] =>
  sorted(cart.items.map(({ quantity, metadata }: Json) => [quantity, metadata ?? {}]));

const add = (cart: Json, metadata?: Json, quantity = 1): Promise<Json> =>
  cartOf(
    guest('POST', `/carts/${cart.id as string}/line-items`, {
      variant_id: variant,
      quantity,
      ...(metadata !== undefined && { metadata }),
    }),
  );

const DIFFERENT: [string, Json, Json][] = [
  ['another value', { engraving: 'Anna' }, { engraving: 'Bob' }],
  ['one more key', { engraving: 'Anna' }, { engraving: 'Anna', gift: true }],
  ['none and some', undefined, { engraving: 'Bob' }],
  ['some and none', { engraving: 'Anna' }, undefined],
  ['some and null', { engraving: 'Anna' }, null],
  ['a number and its text', { size: 1 }, { size: '1' }],
  ['null and no value', { size: null }, {}],
  ['lists in another order', { a: [1, 2] }, { a: [2, 1] }],
  ['a deep value', { a: { b: { c: 1 } } }, { a: { b: { c: 2 } } }],
  ['an empty object inside', { a: {} }, { a: null }],
];

const EQUAL: [string, Json, Json][] = [
  ['the same', { engraving: 'Anna' }, { engraving: 'Anna' }],
  ['keys in another order', { a: 1, b: { c: 2, d: [3] } }, { b: { d: [3], c: 2 }, a: 1 }],
  ['none and none', undefined, undefined],
  ['none and null', undefined, null],
  ['none and empty', undefined, {}],
  ['null and empty', null, {}],
];

it.each(DIFFERENT)('different metadata makes two lines: %s', async (_, one, other) => {
  const cart = await aCart(guest, variant, { items: [] });
  await add(cart, one);
  const two = await add(cart, other, 2);
  const expected = sorted([
    [1, one ?? {}],
    [2, other ?? {}],
  ]);
  expect([linesOf(two), two.total]).toEqual([expected, 165]);
});

it.each(EQUAL)('equal metadata adds to one line: %s', async (_, one, other) => {
  const cart = await aCart(guest, variant, { items: [] });
  await add(cart, one);
  const sum = await add(cart, other, 2);
  expect([linesOf(sum), sum.total]).toEqual([[[3, one ?? {}]], 165]);
});

it.each([...DIFFERENT.map((row) => [...row, 2] as const), ...EQUAL.map((row) => [...row, 1] as const)])(
  'the items of a new cart follow the same rule: %s',
  async (_, one, other, lines) => {
    const item = (metadata: Json): Json => ({ variant_id: variant, quantity: 1, metadata });
    const cart = await aCart(guest, variant, { items: [item(one), item(other)] });
    expect([cart.items.length, cart.total]).toEqual([lines, 110]);
  },
);

it('a line whose metadata changed no longer matches its old metadata', async () => {
  const cart = await aCart(guest, variant, { items: [] });
  const { items } = await add(cart, { engraving: 'Anna' });
  await cartOf(
    guest('POST', `/carts/${cart.id as string}/line-items/${items[0].id as string}`, {
      quantity: 1,
      metadata: { engraving: 'Eve' },
    }),
  );
  const two = await add(cart, { engraving: 'Anna' });
  expect(linesOf(two)).toEqual(
    sorted([
      [1, { engraving: 'Anna' }],
      [1, { engraving: 'Eve' }],
    ]),
  );
  expect(linesOf(await add(cart, { engraving: 'Eve' }))).toContainEqual([2, { engraving: 'Eve' }]);
});

it('concurrent additions make one line per metadata', async () => {
  const cart = await aCart(guest, variant, { items: [] });
  const names = ['Anna', 'Bob', 'Anna', 'Bob', 'Anna'];
  await Promise.all(names.map((engraving) => add(cart, { engraving })));
  const { items } = await cartOf(guest('GET', `/carts/${cart.id as string}`));
  expect(linesOf({ items })).toEqual([
    [2, { engraving: 'Bob' }],
    [3, { engraving: 'Anna' }],
  ]);
});

// Spree finds a line by its variant, and merges metadata when it is added again ("merged with existing on upsert").
it('in Spree’s dialect a variant has one line, and its metadata is merged', async () => {
  const spreeVariant = await aVariant(store);
  const key = { 'x-spree-api-key': store.publishable_key };
  const cart = (await call('POST', '/api/v3/store/carts', { headers: key, body: {} })).body;
  const path = `/api/v3/store/carts/${cart.id as string}/items`;
  const put = async (metadata: Json): Promise<Json> =>
    (
      await call('POST', path, {
        headers: asGuest(store, cart),
        body: { variant_id: spreeVariant, metadata },
      })
    ).body;
  await put({ engraving: 'Anna' });
  expect((await put({ gift: true })).items).toMatchObject([{ quantity: 2 }]);
});
