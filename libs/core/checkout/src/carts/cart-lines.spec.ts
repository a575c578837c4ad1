import { Money } from '@tandem/money';
import { LineItemNotFound, MAX_QUANTITY, OrderInvalid, type ItemToSave } from '@tandem/orders';
import { withChangedLine, withItems, type RequestedItem } from './cart-lines';

const usd = (text: string): Money => Money.parse(text, 'USD');
const variant = (id: string, price: string) => ({ id, name: id, sku: null, price: usd(price) });
const priced = new Map([variant('cup', '12'), variant('pot', '30')].map((one) => [one.id, one]));

const line = (more: Partial<ItemToSave> = {}): ItemToSave => ({
  ...{ id: 'line', variantId: 'cup', name: 'cup', sku: null, price: usd('10') },
  ...{ quantity: 2, metadata: {} },
  ...more,
});

const requested = (more: Partial<RequestedItem> = {}): RequestedItem => ({
  variantId: 'cup',
  quantity: 3,
  match: 'variant',
  ...more,
});

const shown = (lines: readonly ItemToSave[]) =>
  lines.map(({ variantId, quantity, metadata }) => [variantId, quantity, metadata]);

it('an item raises or replaces the quantity of its line, at the current price', () => {
  const [added] = withItems([line()], [requested()], priced, 'add');
  const [set] = withItems([line()], [requested()], priced, 'set');
  expect([added?.quantity, set?.quantity]).toEqual([5, 3]);
  expect(added).toMatchObject({ id: 'line', price: usd('12') });
});

it('an item without a line gets a new one, and other lines do not change', () => {
  const before = line();
  const after = withItems([before], [requested({ variantId: 'pot' })], priced, 'add');
  expect(after[0]).toBe(before);
  expect(shown(after)).toEqual([
    ['cup', 2, {}],
    ['pot', 3, {}],
  ]);
});

it('two items of one variant make one line', () => {
  expect(shown(withItems([], [requested(), requested()], priced, 'add'))).toEqual([['cup', 6, {}]]);
});

const red = { color: 'red' };
const blue = { color: 'blue' };

it.each([
  ['Spree merges its metadata over the line’s', 'variant', blue, [['cup', 5, { ...red, ...blue }]]],
  [
    'Medusa adds a separate line for different metadata',
    'variant_and_metadata',
    blue,
    [
      ['cup', 2, red],
      ['cup', 3, blue],
    ],
  ],
  ['equal metadata is the same line in both', 'variant_and_metadata', red, [['cup', 5, red]]],
] as const)('%s', (_, match, metadata, expected) => {
  const lines = [line({ metadata: red })];
  expect(shown(withItems(lines, [requested({ match, metadata })], priced, 'add'))).toEqual(expected);
});

it('of several lines of a variant, the one with equal metadata changes, else the first', () => {
  const lines = [line({ id: 'first', metadata: red }), line({ id: 'second', metadata: blue })];
  const changed = (metadata: Record<string, string>) =>
    withItems(lines, [requested({ metadata })], priced, 'add').find(({ quantity }) => quantity === 5)?.id;
  expect([changed(blue), changed({ color: 'green' })]).toEqual(['second', 'first']);
});

it('no line exceeds the maximum quantity', () => {
  const full = [line({ quantity: MAX_QUANTITY })];
  expect(() => withItems(full, [requested({ quantity: 1 })], priced, 'add')).toThrow(OrderInvalid);
  const [set] = withItems(full, [requested({ quantity: MAX_QUANTITY })], priced, 'set');
  expect(set?.quantity).toBe(MAX_QUANTITY);
});

it('a changed line keeps its price, and absent fields do not change', () => {
  const lines = [line({ metadata: red }), line({ id: 'other' })];
  const [changed, other] = withChangedLine(lines, { itemId: 'line', quantity: 7 });
  expect(changed).toEqual({ ...line({ metadata: red }), quantity: 7 });
  expect(other).toBe(lines[1]);
  const [noted] = withChangedLine(lines, { itemId: 'line', metadata: { gift: true } });
  expect(noted).toMatchObject({ quantity: 2, metadata: { ...red, gift: true } });
});

it('a quantity of zero removes the line, and an unknown line is not found', () => {
  expect(withChangedLine([line()], { itemId: 'line', quantity: 0 })).toEqual([]);
  expect(() => withChangedLine([line()], { itemId: 'other', quantity: 1 })).toThrow(LineItemNotFound);
});
