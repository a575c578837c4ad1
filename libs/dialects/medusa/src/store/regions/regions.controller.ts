import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RegionsReader, type RegionInStore } from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { MedusaStoreGuard } from '../../auth/medusa-store.guard';
import { pagingIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaStoreRead } from '../../medusa-swagger';
import { StoreQueryDto } from '../../fields/store-query.dto';
import { MedusaRegionList, MedusaRegionResponse, StoreRegionsQueryDto } from './region.dto';
import { regionFilters, regionSortIn } from './region.mapper';
import { serializeStoreRegion, serializeStoreRegions, REGIONS_LIMIT } from './region.serializer';

@ApiTags('Regions')
@InDialect(medusaDialect)
@UseGuards(MedusaStoreGuard)
@Controller('store/regions')
export class MedusaStoreRegionsController {
  constructor(private readonly regions: RegionsReader) {}

  @Get()
  @Respond(200, serializeStoreRegions)
  @MedusaStoreRead('List regions', MedusaRegionList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: StoreRegionsQueryDto,
  ): Promise<Page<RegionInStore>> {
    const paging = pagingIn(query, REGIONS_LIMIT);
    return this.regions.findPage(ctx, regionFilters(query), paging, regionSortIn(query));
  }

  @Get(':id')
  @Respond(200, serializeStoreRegion)
  @MedusaStoreRead('Retrieve a region', MedusaRegionResponse)
  read(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'region') region: NamedId,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<RegionInStore> {
    return this.regions.get(ctx, region);
  }
}
