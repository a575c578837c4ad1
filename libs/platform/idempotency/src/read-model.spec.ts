import { defineError } from '@tandem/context';
import { Money } from '@tandem/money';
import fc from 'fast-check';
import { decodeReadModel, encodeReadModel } from './read-model';

const stored = (model: unknown): unknown => decodeReadModel(encodeReadModel(model));

it.each([
  ['an amount', { total: Money.parse('-110.05', 'USD') }],
  ['a sum beyond what JSON numbers hold', Money.of(999_999_999_999_999_999n, 'JPY')],
  ['a time', [new Date('2026-11-29T12:00:00.123Z')]],
  ['a bigint', { minor: 2n ** 62n }],
  [
    'what is undefined, which lays itself over what was there',
    { secret: undefined, list: [undefined, null] },
  ],
  ['nothing', null],
  ['an act that returns nothing', undefined],
  ['a tag of our own in a shopper’s metadata', { metadata: { $: 'date', of: 'x', inner: { $: { $: 1 } } } }],
  [
    'a key that objects have',
    { metadata: JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as object },
  ],
])('%s comes back as it was', (_, model) => {
  expect(stored(model)).toStrictEqual(model);
});

it('an amount is one again, not only its parts', () => {
  expect((stored(Money.zero('EUR')) as Money).plus(Money.parse('1', 'EUR')).toDecimal()).toBe('1.00');
});

it('a refusal comes back with its code, words and details, without the number of a card', () => {
  class Declined extends defineError('declined', 'refused', (id: string) => `${id} was declined`) {
    readonly declineCode = 'card_declined';
  }
  const refusal = { code: 'declined', kind: 'refused', field: null, declineCode: 'card_declined' };
  expect(stored(new Declined('pay_1'))).toMatchObject({ ...refusal, message: 'pay_1 was declined' });
  expect(encodeReadModel(new Declined('4242424242424242'))).not.toContain('4242424242424242');
});

it('any JSON comes back with its keys in their order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(stored(value))).toBe(JSON.stringify(value));
    }),
  );
});

it.each([
  ['function', { amount: () => 1 }],
  ['Map', new Map()],
  ['Buffer', { hash: Buffer.from('x') }],
  ['Infinity', [Infinity]],
])('a %s is refused, for it would not come back', (what, model) => {
  expect(() => encodeReadModel(model)).toThrow(`a read model holds a ${what}`);
});

it('what a newer server wrote is not read as ours', () => {
  expect(() => decodeReadModel('{"v":2,"model":null}')).toThrow('version 2');
});
