import { Body, Controller, Get, Param, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { CancelGiftCard, CreditsReader, IssueGiftCard, type GiftCard } from '@tandem/store-credits';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeGiftCard } from '../../store/customer/gift-cards/gift-card.dto';
import { IssueGiftCardDto } from './gift-card.dto';
import { toIssueGiftCard } from './gift-card.mapper';
import { serializeAdminGiftCard } from './gift-card.serializer';

@ApiTags('Gift cards')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('gift_cards')
@Controller('api/v3/admin/gift_cards')
export class SpreeAdminGiftCardsController {
  constructor(
    private readonly issueCard: IssueGiftCard,
    private readonly cancelCard: CancelGiftCard,
    private readonly credits: CreditsReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeAdminGiftCard))
  @SpreeList()
  @docs.SpreeAdminRead('List gift cards', docs.PageOf(SpreeGiftCard))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<GiftCard>> {
    return this.credits.findGiftCards(ctx, pagingOf(query));
  }

  @Post()
  @SpreeRespond(201, serializeAdminGiftCard)
  @docs.SpreeAdminRoute('Issue a gift card', 201, SpreeGiftCard)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: IssueGiftCardDto): Promise<GiftCard> {
    return this.issueCard.run(ctx, toIssueGiftCard(body));
  }

  @Get(':id')
  @SpreeRespond(200, serializeAdminGiftCard)
  @docs.SpreeAdminRead('Retrieve a gift card', SpreeGiftCard)
  read(@Ctx() ctx: RequestContext, @Param('id', SpreeId('giftCard')) id: string): Promise<GiftCard> {
    return this.credits.getGiftCard(ctx, id);
  }

  @Patch(':id/cancel')
  @SpreeRespond(200, serializeAdminGiftCard)
  @docs.SpreeAdminRoute('Void a gift card', 200, SpreeGiftCard)
  cancel(@Ctx() ctx: RequestContext, @Param('id', SpreeId('giftCard')) id: string): Promise<GiftCard> {
    return this.cancelCard.run(ctx, id);
  }
}
