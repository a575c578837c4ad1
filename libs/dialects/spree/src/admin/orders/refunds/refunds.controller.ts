import { Body, Controller, Get, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import { OrderDetailsReader, type OrderDetails } from '@tandem/checkout';
import { resultAsResponse, type RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { RefundPayment, type SettledTransaction } from '@tandem/payments';
import { SpreeAdminGuard } from '../../../auth/spree-admin.guard';
import { OrderParam } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeWholeList } from '../../../lists/spree-list';
import { SpreeAdminRead, SpreeAdminRoute } from '../../../spree-swagger';
import { RefundPaymentDto, SpreeRefund, SpreeRefundList } from './refund.dto';
import { toRefund } from './refund.mapper';
import { serializeRefund, serializeRefunds } from './refund.serializer';

@ApiTags('Payments')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('refunds')
@Controller('api/v3/admin/orders/:order_id/refunds')
export class SpreeAdminRefundsController {
  constructor(
    private readonly orders: OrderDetailsReader,
    private readonly refundPayment: RefundPayment,
  ) {}

  @Get()
  @SpreeRespond(200, serializeRefunds)
  @SpreeWholeList()
  @SpreeAdminRead('List an order’s refunds', SpreeRefundList)
  list(@Ctx() ctx: RequestContext, @OrderParam('order_id') order: OrderRef): Promise<OrderDetails> {
    return this.orders.get(ctx, order);
  }

  @Post()
  @SpreeRespond(201, serializeRefund)
  @SpreeAdminRoute('Refund a payment, in full or in part', 201, SpreeRefund)
  create(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Body(spreeBody) body: RefundPaymentDto,
  ): Promise<SettledTransaction> {
    return this.refundPayment.run(ctx, toRefund(order, body), resultAsResponse());
  }
}
