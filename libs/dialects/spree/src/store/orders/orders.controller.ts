import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AdvanceOrder,
  UpdateCart,
  OrderDetailsReader,
  PlaceOrder,
  type OrderDetails,
} from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { SpreeStoreGuard } from '../../auth/spree-store.guard';
import { OrderParam } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeStoreRead, SpreeStoreRoute } from '../../spree-swagger';
import { SpreeUpdateCartDto } from '../carts/cart.dto';
import { toUpdateCart } from '../carts/cart.mapper';
import { SpreeOrder } from './order.dto';
import { serializeOrder } from './order.serializer';

@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/orders')
export class SpreeStoreOrdersController {
  constructor(
    private readonly orders: OrderDetailsReader,
    private readonly updateCart: UpdateCart,
    private readonly advanceOrder: AdvanceOrder,
    private readonly placeOrder: PlaceOrder,
  ) {}

  @Get(':id')
  @SpreeRespond(200, serializeOrder)
  @SpreeStoreRead('Retrieve an order', SpreeOrder)
  read(@Ctx() ctx: RequestContext, @OrderParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.orders.get(ctx, id);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeOrder)
  @SpreeStoreRoute('Update an open order', 200, SpreeOrder)
  update(
    @Ctx() ctx: RequestContext,
    @OrderParam('id') id: OrderRef,
    @Body(spreeBody) body: SpreeUpdateCartDto,
  ): Promise<OrderDetails> {
    return this.updateCart.run(ctx, id, toUpdateCart(body));
  }

  @Patch(':id/next')
  @SpreeRespond(200, serializeOrder)
  @SpreeStoreRoute('Move an order to its next step', 200, SpreeOrder)
  next(@Ctx() ctx: RequestContext, @OrderParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.advanceOrder.run(ctx, id, 'next');
  }

  @Patch(':id/advance')
  @SpreeRespond(200, serializeOrder)
  @SpreeStoreRoute('Move an order to its last step before completion', 200, SpreeOrder)
  advance(@Ctx() ctx: RequestContext, @OrderParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.advanceOrder.run(ctx, id, 'advance');
  }

  @Patch(':id/complete')
  @SpreeRespond(200, serializeOrder)
  @SpreeStoreRoute('Complete a paid order', 200, SpreeOrder)
  complete(@Ctx() ctx: RequestContext, @OrderParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.placeOrder.run(ctx, id);
  }
}
