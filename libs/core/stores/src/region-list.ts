import type { Page, Paging, Sort, TimeRange } from '@tandem/context';
import type { Region } from './store';

/** Filters of the region list; omitted ones match everything. */
export interface RegionFilters {
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  /** ISO 4217, upper case. */
  readonly currencies?: readonly string[];
  /** Part of the name or the currency. */
  readonly search?: string;
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
}

export const REGION_ORDER = ['id', 'name', 'currency', 'createdAt', 'updatedAt'] as const;

export type RegionSort = Sort<(typeof REGION_ORDER)[number]>;

const NEWEST_FIRST: RegionSort = { field: 'id', descending: true };

/** Filters, sorts and pages in memory, because a store has few regions. */
export function pageOfRegions(
  regions: readonly Region[],
  filters: RegionFilters,
  { limit, offset }: Paging,
  { field, descending }: RegionSort = NEWEST_FIRST,
): Page<Region> {
  const matches = regions.filter((region) => passes(region, filters));
  const direction = descending ? -1 : 1;
  matches.sort((one, other) => direction * compare(one[field], other[field]));
  return { items: matches.slice(offset, offset + limit), count: matches.length };
}

function passes(region: Region, filters: RegionFilters): boolean {
  const { ids, names, currencies, created = {}, updated = {} } = filters;
  return (
    isOneOf(ids, region.id) &&
    isOneOf(names, region.name) &&
    isOneOf(currencies, region.currency) &&
    matchesSearch(region, filters.search) &&
    isWithin(created, region.createdAt) &&
    isWithin(updated, region.updatedAt)
  );
}

function matchesSearch({ name, currency }: Region, search = ''): boolean {
  return `${name} ${currency}`.toLowerCase().includes(search.toLowerCase());
}

function isOneOf(allowed: readonly string[] | undefined, value: string): boolean {
  return allowed === undefined || allowed.includes(value);
}

function isWithin({ after, from, before, to }: TimeRange, at: Date): boolean {
  return (!after || at > after) && (!from || at >= from) && (!before || at < before) && (!to || at <= to);
}

function compare(one: string | Date, other: string | Date): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
