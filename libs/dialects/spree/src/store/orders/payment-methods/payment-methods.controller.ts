import { Controller, Get, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { OrdersReader, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { SpreeStoreGuard } from '../../../auth/spree-store.guard';
import { OrderParam } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeWholeList } from '../../../lists/spree-list';
import { SpreeStoreRead } from '../../../spree-swagger';
import { SpreePaymentMethodList } from './payment-method.dto';
import { serializePaymentMethods } from './payment-method.serializer';

@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/orders/:order_id/payment_methods')
export class SpreeStorePaymentMethodsController {
  constructor(
    private readonly orders: OrdersReader,
    private readonly methods: PaymentMethodsReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePaymentMethods)
  @SpreeWholeList()
  @SpreeStoreRead('List an order’s payment methods', SpreePaymentMethodList)
  async list(@Ctx() ctx: RequestContext, @OrderParam('order_id') order: OrderRef): Promise<PaymentMethod[]> {
    await this.orders.getId(ctx, order);
    return this.methods.findVisible(ctx.storeId);
  }
}
