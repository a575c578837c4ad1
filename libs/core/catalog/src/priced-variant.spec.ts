import fc from 'fast-check';
import { Money } from '@tandem/money';
import { pricedIn } from './priced-variant';
import type { Variant } from './variant';
import { VariantNotFound, VariantWithoutPrice } from './variants.errors';

const at = new Date(0);
const variant = (id: string, prices: readonly string[], active = true): Variant => ({
  ...{ id, sku: null, name: `a ${id}`, active, createdAt: at, updatedAt: at },
  prices: prices.map((currency, i) => Money.of(BigInt(100 * (i + 1)), currency)),
});

const cup = variant('cup', ['USD', 'EUR']);
const pot = variant('pot', ['EUR']);

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

it('a variant costs what the store asks for it in that currency', () => {
  const priced = pricedIn('EUR', [cup, pot], ['cup', 'pot']);
  expect([priced.get('cup')?.price.minor, priced.get('pot')?.price.minor]).toEqual([200n, 100n]);
  expect(pricedIn('USD', [cup], ['cup']).get('cup')).toMatchObject({ id: 'cup', name: 'a cup', sku: null });
});

it('names each variant that is not there, or not active, before one without a price', () => {
  const error = thrownBy(() =>
    pricedIn('USD', [variant('old', ['USD'], false), pot], ['old', 'none', 'pot']),
  );
  expect(error).toBeInstanceOf(VariantNotFound);
  expect(error).toMatchObject({ ids: ['old', 'none'] });
});

it('names each variant that has no price in the currency', () => {
  const error = thrownBy(() => pricedIn('USD', [cup, pot, variant('lid', [])], ['cup', 'pot', 'lid']));
  expect(error).toBeInstanceOf(VariantWithoutPrice);
  expect(error).toMatchObject({ ids: ['pot', 'lid'], message: 'Variant is not available in USD' });
});

it('each id that is asked for has its price in that currency, or none is answered', () => {
  const ids = ['a', 'b', 'c'];
  const variants = fc.tuple(
    ...ids.map((id) => fc.tuple(fc.constant(id), fc.subarray(['USD', 'EUR', 'JPY']), fc.boolean())),
  );
  fc.assert(
    fc.property(variants, fc.subarray(ids), fc.constantFrom('USD', 'JPY'), (some, asked, currency) => {
      const found = some.filter(([id]) => asked.includes(id)).map((one) => variant(...one));
      const priced = thrownBy(() => pricedIn(currency, found, asked));
      const isWhole = found.every(
        ({ active, prices }) => active && prices.some((price) => price.currency === currency),
      );
      expect(priced instanceof Map).toBe(isWhole);
      if (priced instanceof Map) expect([...priced.keys()].sort()).toEqual(asked);
    }),
  );
});
