import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import { RegionsReader, type RegionInStore } from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { pagingIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead } from '../../medusa-swagger';
import { AdminQueryDto } from '../../fields/store-query.dto';
import { MedusaRegionList, MedusaRegionResponse } from '../../store/regions/region.dto';
import { regionSortIn } from '../../store/regions/region.mapper';
import {
  serializeAdminRegion,
  serializeAdminRegions,
  REGIONS_LIMIT,
} from '../../store/regions/region.serializer';
import { AdminRegionsQueryDto } from './region.dto';
import { adminRegionFilters } from './region.mapper';

@ApiTags('Regions')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('settings')
@Controller('admin/regions')
export class MedusaAdminRegionsController {
  constructor(private readonly regions: RegionsReader) {}

  @Get()
  @Respond(200, serializeAdminRegions)
  @MedusaAdminRead('List regions', MedusaRegionList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: AdminRegionsQueryDto,
  ): Promise<Page<RegionInStore>> {
    const paging = pagingIn(query, REGIONS_LIMIT);
    return this.regions.findPage(ctx, adminRegionFilters(query), paging, regionSortIn(query));
  }

  @Get(':id')
  @Respond(200, serializeAdminRegion)
  @MedusaAdminRead('Retrieve a region', MedusaRegionResponse)
  read(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'region') region: NamedId,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<RegionInStore> {
    return this.regions.get(ctx, region);
  }
}
