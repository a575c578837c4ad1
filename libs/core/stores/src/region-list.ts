import type { Page, Paging, Sort, TimeRange } from '@tandem/context';
import type { Region } from './store';

/** Which regions a list is about; what is left out does not matter. */
export interface RegionFilters {
  readonly ids?: readonly string[];
  readonly names?: readonly string[];
  /** ISO 4217, upper case. */
  readonly currencies?: readonly string[];
  /** A part of the name or the currency. */
  readonly search?: string;
  readonly created?: TimeRange;
  readonly updated?: TimeRange;
}

export const REGION_ORDER = ['id', 'name', 'currency', 'createdAt', 'updatedAt'] as const;

export type RegionSort = Sort<(typeof REGION_ORDER)[number]>;

const NEWEST_FIRST: RegionSort = { field: 'id', descending: true };

/** A part of a store's regions. They are few, so that the list is made here. */
export function pageOfRegions(
  regions: readonly Region[],
  filters: RegionFilters,
  { limit, offset }: Paging,
  { field, descending }: RegionSort = NEWEST_FIRST,
): Page<Region> {
  const those = regions.filter((region) => passes(region, filters));
  const way = descending ? -1 : 1;
  those.sort((one, other) => way * compare(one[field], other[field]));
  return { items: those.slice(offset, offset + limit), count: those.length };
}

function passes(region: Region, filters: RegionFilters): boolean {
  const { ids, names, currencies, created = {}, updated = {} } = filters;
  return (
    isOneOf(ids, region.id) &&
    isOneOf(names, region.name) &&
    isOneOf(currencies, region.currency) &&
    isFound(region, filters.search) &&
    isWithin(created, region.createdAt) &&
    isWithin(updated, region.updatedAt)
  );
}

function isFound({ name, currency }: Region, search = ''): boolean {
  return `${name} ${currency}`.toLowerCase().includes(search.toLowerCase());
}

function isOneOf(wanted: readonly string[] | undefined, value: string): boolean {
  return wanted === undefined || wanted.includes(value);
}

function isWithin({ after, from, before, to }: TimeRange, at: Date): boolean {
  return (!after || at > after) && (!from || at >= from) && (!before || at < before) && (!to || at <= to);
}

function compare(one: string | Date, other: string | Date): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
