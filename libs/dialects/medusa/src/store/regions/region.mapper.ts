import { uuidsOf } from '../../ids/medusa-ids';
import type { RegionFilters, RegionSort } from '@tandem/stores';
import { mappedSortIn } from '../../lists/list.mapper';
import type { RegionsQueryDto } from './region.dto';

const ORDER_BY: Readonly<Record<string, RegionSort['field']>> = {
  id: 'id',
  name: 'name',
  currency_code: 'currency',
  created_at: 'createdAt',
  updated_at: 'updatedAt',
};

export function regionFilters(query: RegionsQueryDto): RegionFilters {
  return {
    search: query.q,
    ids: uuidsOf('region', query.id),
    names: query.name,
    currencies: query.currency_code?.map((code) => code.toUpperCase()),
  };
}

/** @throws OrderFieldInvalid */
export function regionSortIn(query: RegionsQueryDto): RegionSort | undefined {
  return mappedSortIn(query, ORDER_BY);
}
