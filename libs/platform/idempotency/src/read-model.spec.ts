import { defineError } from '@tandem/context';
import { Money } from '@tandem/money';
import fc from 'fast-check';
import { decodeReadModel, encodeReadModel } from './read-model';

const roundTrip = (model: unknown): unknown => decodeReadModel(encodeReadModel(model));

it.each([
  ['an amount', { total: Money.parse('-110.05', 'USD') }],
  ["a sum beyond JavaScript's safe integers", Money.of(999_999_999_999_999_999n, 'JPY')],
  ['a time', [new Date('2026-11-29T12:00:00.123Z')]],
  ['a bigint', { minor: 2n ** 62n }],
  ['undefined properties, which override when spread', { secret: undefined, list: [undefined, null] }],
  ['nothing', null],
  ['an act that returns nothing', undefined],
  ['metadata that looks like our own tag', { metadata: { $: 'date', of: 'x', inner: { $: { $: 1 } } } }],
  [
    'a key of Object.prototype',
    { metadata: JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}') as object },
  ],
])('%s round-trips', (_, model) => {
  expect(roundTrip(model)).toStrictEqual(model);
});

it('an amount is restored as Money, not only its parts', () => {
  expect((roundTrip(Money.zero('EUR')) as Money).plus(Money.parse('1', 'EUR')).toDecimal()).toBe('1.00');
});

it('an error round-trips with its code, words and details, without the number of a card', () => {
  class Declined extends defineError('declined', 'refused', (id: string) => `${id} was declined`) {
    readonly declineCode = 'card_declined';
  }
  const refusal = { code: 'declined', kind: 'refused', field: null, declineCode: 'card_declined' };
  expect(roundTrip(new Declined('pay_1'))).toMatchObject({ ...refusal, message: 'pay_1 was declined' });
  expect(encodeReadModel(new Declined('4242424242424242'))).not.toContain('4242424242424242');
});

it('any JSON round-trips with its keys in order', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.stringify(roundTrip(value))).toBe(JSON.stringify(value));
    }),
  );
});

it.each([
  ['function', { amount: () => 1 }],
  ['Map', new Map()],
  ['Buffer', { hash: Buffer.from('x') }],
  ['Infinity', [Infinity]],
])('a %s is refused, because it would not round-trip', (what, model) => {
  expect(() => encodeReadModel(model)).toThrow(`a read model contains a ${what}`);
});

it('a version written by a newer server is refused', () => {
  expect(() => decodeReadModel('{"v":2,"model":null}')).toThrow('version 2');
});
