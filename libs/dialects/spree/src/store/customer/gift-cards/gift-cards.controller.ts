import { Controller, Get, Param, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { CreditsReader, type GiftCard } from '@tandem/store-credits';
import { SpreeCustomerGuard } from '../../../auth/spree-customer.guard';
import { SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeList } from '../../../lists/spree-list';
import { pagingOf, serializePage } from '../../../lists/spree-paging';
import { PageOf, SpreeCustomerRead } from '../../../spree-swagger';
import { SpreeGiftCard } from './gift-card.dto';
import { serializeGiftCard } from './gift-card.serializer';

/** Gift cards assigned to the customer. */
@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller(['api/v3/store/customer/gift_cards', 'api/v3/store/customers/me/gift_cards'])
export class SpreeStoreCustomerGiftCardsController {
  constructor(private readonly credits: CreditsReader) {}

  @Get()
  @SpreeRespond(200, serializePage((card: GiftCard) => serializeGiftCard(card)))
  @SpreeList()
  @SpreeCustomerRead('List the customer’s gift cards', PageOf(SpreeGiftCard))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<GiftCard>> {
    return this.credits.findGiftCards(ctx, pagingOf(query));
  }

  @Get(':id')
  @SpreeRespond(200, (card: GiftCard) => serializeGiftCard(card))
  @SpreeCustomerRead('Retrieve a gift card of the customer', SpreeGiftCard)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('giftCard')) id: string): Promise<GiftCard> {
    return this.credits.getGiftCard(ctx, id);
  }
}
