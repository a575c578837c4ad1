import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrderDetailsReader, type OrderDetails, type PaymentOfOrder } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { SpreeStoreGuard } from '../../../auth/spree-store.guard';
import { OrderParam, SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeWholeList } from '../../../lists/spree-list';
import { SpreeStoreRead } from '../../../spree-swagger';
import { SpreePayment, SpreePaymentList } from './payment.dto';
import { serializePaymentList, serializePaymentOf } from './payment.serializer';

@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/orders/:order_id/payments')
export class SpreeStorePaymentsController {
  constructor(private readonly orders: OrderDetailsReader) {}

  @Get()
  @SpreeRespond(200, serializePaymentList)
  @SpreeWholeList()
  @SpreeStoreRead('List an order’s payments', SpreePaymentList)
  list(@Ctx() ctx: RequestContext, @OrderParam('order_id') order: OrderRef): Promise<OrderDetails> {
    return this.orders.get(ctx, order);
  }

  @Get(':id')
  @SpreeRespond(200, serializePaymentOf)
  @SpreeStoreRead('Retrieve a payment of an order', SpreePayment)
  read(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Param('id', SpreeId('payment')) id: string,
  ): Promise<PaymentOfOrder> {
    return this.orders.getWithPayment(ctx, order, id);
  }
}
