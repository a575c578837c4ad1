import { Body, Controller, Delete, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApplyGiftCard, RemoveGiftCard, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { LimitAttempts } from '@tandem/rate-limits';
import { SpreeStoreGuard } from '../../../auth/spree-store.guard';
import { CartParam, SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeStoreRoute } from '../../../spree-swagger';
import { SpreeCart } from '../cart.dto';
import { serializeCart } from '../cart.serializer';
import { ApplyGiftCardDto } from './gift-cards.dto';

/** The gift card applied to a cart. */
@ApiTags('Carts')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/carts/:cart_id/gift_cards')
export class SpreeStoreCartGiftCardsController {
  constructor(
    private readonly applyCard: ApplyGiftCard,
    private readonly removeCard: RemoveGiftCard,
  ) {}

  @Post()
  @LimitAttempts('gift_card')
  @SpreeRespond(201, serializeCart)
  @SpreeStoreRoute('Apply a gift card to a cart', 201, SpreeCart)
  apply(
    @Ctx() ctx: RequestContext,
    @CartParam('cart_id') cart: OrderRef,
    @Body(spreeBody) { code }: ApplyGiftCardDto,
  ): Promise<OrderDetails> {
    return this.applyCard.run(ctx, cart, code);
  }

  @Delete(':id')
  @SpreeRespond(200, serializeCart)
  @SpreeStoreRoute('Remove the gift card from a cart', 200, SpreeCart)
  remove(
    @Ctx() ctx: RequestContext,
    @CartParam('cart_id') cart: OrderRef,
    @Param('id', SpreeId('giftCard')) id: string,
  ): Promise<OrderDetails> {
    return this.removeCard.run(ctx, cart, id);
  }
}
