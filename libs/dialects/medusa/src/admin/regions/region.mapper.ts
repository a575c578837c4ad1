import type { RegionFilters } from '@tandem/stores';
import { timesIn } from '../../lists/list.mapper';
import { regionFilters } from '../../store/regions/region.mapper';
import type { AdminRegionsQueryDto } from './region.dto';

export function adminRegionFilters(query: AdminRegionsQueryDto): RegionFilters {
  return {
    ...regionFilters(query),
    created: timesIn(query.created_at),
    updated: timesIn(query.updated_at),
  };
}
