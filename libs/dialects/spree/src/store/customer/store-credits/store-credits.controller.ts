import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accountOf } from '@tandem/logins';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { CreditsReader, type StoreCredit } from '@tandem/store-credits';
import { SpreeCustomerGuard } from '../../../auth/spree-customer.guard';
import { SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeList } from '../../../lists/spree-list';
import { pagingOf, serializePage } from '../../../lists/spree-paging';
import { PageOf, SpreeCustomerRead } from '../../../spree-swagger';
import { SpreeStoreCredit } from './store-credit.dto';
import { serializeStoreCredit } from './store-credit.serializer';

@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller('api/v3/store/customers/me/store_credits')
export class SpreeStoreCustomerCreditsController {
  constructor(private readonly credits: CreditsReader) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeStoreCredit))
  @SpreeList()
  @SpreeCustomerRead('List the customer’s store credits', PageOf(SpreeStoreCredit))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<StoreCredit>> {
    return this.credits.findOwnStoreCredits(ctx, pagingOf(query));
  }

  @Get(':id')
  @SpreeRespond(200, serializeStoreCredit)
  @SpreeCustomerRead('Retrieve a store credit of the customer', SpreeStoreCredit)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('storeCredit')) id: string): Promise<StoreCredit> {
    return this.credits.getStoreCredit(ctx, accountOf(ctx).id, id);
  }
}
