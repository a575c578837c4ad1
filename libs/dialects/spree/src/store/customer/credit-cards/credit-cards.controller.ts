import { Controller, Delete, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect, serializeNothing } from '@tandem/http';
import { RemoveSavedCard, SavedMethodsReader, type SavedCard } from '@tandem/customer-vault';
import { SpreeCustomerGuard } from '../../../auth/spree-customer.guard';
import { SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeList } from '../../../lists/spree-list';
import { pagingOf, serializePage } from '../../../lists/spree-paging';
import { PageOf, SpreeCustomerRead, SpreeCustomerRoute } from '../../../spree-swagger';
import { SpreeCreditCard } from './credit-card.dto';
import { serializeCreditCard } from './credit-card.serializer';

/** A customer's cards, saved at their gateways. */
@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller(['api/v3/store/customer/credit_cards', 'api/v3/store/customers/me/credit_cards'])
export class SpreeStoreCreditCardsController {
  constructor(
    private readonly saved: SavedMethodsReader,
    private readonly removeCard: RemoveSavedCard,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeCreditCard))
  @SpreeList()
  @SpreeCustomerRead('List the customer’s saved cards', PageOf(SpreeCreditCard))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<SavedCard>> {
    return this.saved.findPage(ctx, pagingOf(query));
  }

  @Get(':id')
  @SpreeRespond(200, serializeCreditCard)
  @SpreeCustomerRead('Retrieve a saved card', SpreeCreditCard)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('creditCard')) id: string): Promise<SavedCard> {
    return this.saved.getCard(ctx, id);
  }

  @Delete(':id')
  @SpreeRespond(204, serializeNothing)
  @SpreeCustomerRoute('Delete a saved card, also at the gateway', 204, null)
  remove(@Ctx() ctx: RequestContext, @Param('id', SpreeId('creditCard')) id: string): Promise<null> {
    return this.removeCard.run(ctx, id);
  }
}
