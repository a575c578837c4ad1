import { Body, Controller, Delete, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect, serializeNothing } from '@tandem/http';
import { CreateVariant, UpdateVariant, RemoveVariant, VariantsReader, type Variant } from '@tandem/catalog';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import { predicate } from '../../lists/spree-predicates';
import * as docs from '../../spree-swagger';
import { CreateVariantDto, UpdateVariantDto, SpreeVariant } from './variant.dto';
import { toCreateVariant, toUpdateVariant } from './variant.mapper';
import { serializeVariant } from './variant.serializer';

/** The catalog: variants and their prices. */
@ApiTags('Variants')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('products')
@Controller('api/v3/admin/variants')
export class SpreeAdminVariantsController {
  constructor(
    private readonly createVariant: CreateVariant,
    private readonly updateVariant: UpdateVariant,
    private readonly removeVariant: RemoveVariant,
    private readonly variants: VariantsReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeVariant))
  @SpreeList({ 'q[sku_eq]': { example: 'TEE-M' } })
  @docs.SpreeAdminRead('List variants', docs.PageOf(SpreeVariant))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<Variant>> {
    return this.variants.findPage(ctx, pagingOf(query), predicate(query, 'sku_eq'));
  }

  @Post()
  @SpreeRespond(201, serializeVariant)
  @docs.SpreeAdminRoute('Create a variant', 201, SpreeVariant)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: CreateVariantDto): Promise<Variant> {
    return this.createVariant.run(ctx, toCreateVariant(body));
  }

  @Get(':id')
  @SpreeRespond(200, serializeVariant)
  @docs.SpreeAdminRead('Retrieve a variant', SpreeVariant)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('variant')) id: string): Promise<Variant> {
    return this.variants.get(ctx, id);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeVariant)
  @docs.SpreeAdminRoute('Update a variant', 200, SpreeVariant)
  update(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('variant')) id: string,
    @Body(spreeBody) body: UpdateVariantDto,
  ): Promise<Variant> {
    return this.updateVariant.run(ctx, id, toUpdateVariant(body));
  }

  @Delete(':id')
  @SpreeRespond(204, serializeNothing)
  @docs.SpreeAdminRoute('Delete a variant', 204, null)
  remove(@Ctx() ctx: RequestContext, @Param('id', SpreeId('variant')) id: string): Promise<null> {
    return this.removeVariant.run(ctx, id);
  }
}
