import fc from 'fast-check';
import { pageOfRegions, REGION_ORDER, type RegionFilters } from './region-list';
import type { Region } from './store';

const at = (day: number): Date => new Date(Date.UTC(2026, 0, day));
const region = (id: string, name: string, currency: string, day: number): Region => ({
  ...{ id, name, currency, createdAt: at(day), updatedAt: at(day + 1) },
});

const regions = [
  region('1', 'Europe', 'EUR', 1),
  region('2', 'America', 'USD', 2),
  region('3', 'Asia', 'USD', 3),
];
const ALL = { limit: 100, offset: 0 };
const idsOf = (filters: RegionFilters): string[] =>
  pageOfRegions(regions, filters, ALL).items.map(({ id }) => id);

it.each<[string, RegionFilters, string[]]>([
  ['newest first', {}, ['3', '2', '1']],
  ['by id', { ids: ['1', '3'] }, ['3', '1']],
  ['by name', { names: ['Asia'] }, ['3']],
  ['by currency', { currencies: ['USD'] }, ['3', '2']],
  ['by a part of the name, ignoring case', { search: 'AMER' }, ['2']],
  ['by a part of the currency', { search: 'eur' }, ['1']],
  ['by several filters at once', { currencies: ['USD'], names: ['Asia', 'Europe'] }, ['3']],
  ['after a time, excluding it', { created: { after: at(2) } }, ['3']],
  ['from a time on', { created: { from: at(2) } }, ['3', '2']],
  ['before a time, excluding it', { created: { before: at(2) } }, ['1']],
  ['up to a time', { updated: { to: at(3) } }, ['2', '1']],
  ['by an empty list of ids', { ids: [] }, []],
])('lists regions %s', (_, filters, expected) => {
  expect(idsOf(filters)).toEqual(expected);
});

const filters = fc.record(
  {
    ids: fc.subarray(['1', '2', '3']),
    currencies: fc.subarray(['EUR', 'USD']),
    search: fc.constantFrom('a', 'e', 'us'),
  },
  { requiredKeys: [] },
);
const sorts = fc.record({ field: fc.constantFrom(...REGION_ORDER), descending: fc.boolean() });

it('adding a filter never returns more regions', () => {
  fc.assert(
    fc.property(filters, filters, (one, other) => {
      expect(idsOf({ ...one, ...other }).length).toBeLessThanOrEqual(idsOf(other).length);
    }),
  );
});

it('the pages contain each region once, and each has the total count', () => {
  fc.assert(
    fc.property(sorts, fc.integer({ min: 1, max: 4 }), (sort, limit) => {
      const whole = pageOfRegions(regions, {}, ALL, sort);
      const pages = [0, 1, 2].map((page) =>
        pageOfRegions(regions, {}, { limit, offset: page * limit }, sort),
      );
      expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
      expect(pages.map(({ count }) => count)).toEqual([3, 3, 3]);
    }),
  );
});

it('ascending order is descending order reversed', () => {
  for (const field of ['id', 'name', 'createdAt', 'updatedAt'] as const) {
    const [up, down] = [false, true].map((descending) =>
      pageOfRegions(regions, {}, ALL, { field, descending }),
    );
    expect(up?.items.toReversed()).toEqual(down?.items);
  }
  expect(pageOfRegions(regions, {}, ALL, { field: 'name', descending: false }).items[0]?.name).toBe(
    'America',
  );
});
