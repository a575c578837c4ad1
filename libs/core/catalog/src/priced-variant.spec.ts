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

it('returns the store’s price in the currency', () => {
  const priced = pricedIn('EUR', [cup, pot], ['cup', 'pot']);
  expect([priced.get('cup')?.price.minor, priced.get('pot')?.price.minor]).toEqual([200n, 100n]);
  expect(pricedIn('USD', [cup], ['cup']).get('cup')).toMatchObject({ id: 'cup', name: 'a cup', sku: null });
});

it('reports unknown and inactive variants before those without a price', () => {
  const error = thrownBy(() =>
    pricedIn('USD', [variant('old', ['USD'], false), pot], ['old', 'none', 'pot']),
  );
  expect(error).toBeInstanceOf(VariantNotFound);
  expect(error).toMatchObject({ ids: ['old', 'none'] });
});

it('reports every variant without a price in the currency', () => {
  const error = thrownBy(() => pricedIn('USD', [cup, pot, variant('lid', [])], ['cup', 'pot', 'lid']));
  expect(error).toBeInstanceOf(VariantWithoutPrice);
  expect(error).toMatchObject({ ids: ['pot', 'lid'], message: 'Variant is not available in USD' });
});

it('either all requested variants are priced, or none is returned', () => {
  const ids = ['a', 'b', 'c'];
  const variants = fc.tuple(
    ...ids.map((id) => fc.tuple(fc.constant(id), fc.subarray(['USD', 'EUR', 'JPY']), fc.boolean())),
  );
  fc.assert(
    fc.property(variants, fc.subarray(ids), fc.constantFrom('USD', 'JPY'), (some, requested, currency) => {
      const found = some.filter(([id]) => requested.includes(id)).map((one) => variant(...one));
      const priced = thrownBy(() => pricedIn(currency, found, requested));
      const isWhole = found.every(
        ({ active, prices }) => active && prices.some((price) => price.currency === currency),
      );
      expect(priced instanceof Map).toBe(isWhole);
      if (priced instanceof Map) expect([...priced.keys()].sort()).toEqual(requested);
    }),
  );
});
