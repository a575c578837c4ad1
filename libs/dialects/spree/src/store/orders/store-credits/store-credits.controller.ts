import { Body, Controller, Delete, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApplyStoreCredit, RemoveStoreCredit, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { SpreeCustomerGuard } from '../../../auth/spree-customer.guard';
import { amountIn } from '../../../money/spree-amount';
import { OrderParam } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeCustomerRoute } from '../../../spree-swagger';
import { serializeCartOrOrder } from '../../carts/cart.serializer';
import { SpreeOrder } from '../order.dto';
import { ApplyStoreCreditDto } from './store-credits.dto';

/** The customer's store credit applied to their open order. */
@ApiTags('Store credits')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller(['api/v3/store/orders/:order_id/store_credits', 'api/v3/store/carts/:order_id/store_credits'])
export class SpreeStoreOrderCreditsController {
  constructor(
    private readonly applyCredit: ApplyStoreCredit,
    private readonly removeCredit: RemoveStoreCredit,
  ) {}

  @Post()
  @SpreeRespond(200, serializeCartOrOrder)
  @SpreeCustomerRoute('Apply store credit to an order', 200, SpreeOrder)
  apply(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Body(spreeBody) { amount }: ApplyStoreCreditDto,
  ): Promise<OrderDetails> {
    return this.applyCredit.run(ctx, order, amountIn(amount));
  }

  @Delete()
  @SpreeRespond(200, serializeCartOrOrder)
  @SpreeCustomerRoute('Remove store credit from an order', 200, SpreeOrder)
  remove(@Ctx() ctx: RequestContext, @OrderParam('order_id') order: OrderRef): Promise<OrderDetails> {
    return this.removeCredit.run(ctx, order);
  }
}
