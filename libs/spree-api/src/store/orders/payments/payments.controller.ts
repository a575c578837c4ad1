import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SpreeStoreGuard } from '@tandem/auth';
import { OrderDetailsReader, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { SpreeAnswers } from '../../../spree-answers';
import { spreeDialect } from '../../../spree-dialect';
import { orderRef } from '../../../spree-ids';
import { SpreeStoreRead } from '../../../spree-swagger';
import { SpreePaymentList } from './payment.dto';
import { presentPaymentList } from './payment.presenter';

@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/orders/:order_id/payments')
export class SpreeStorePaymentsController {
  constructor(private readonly orders: OrderDetailsReader) {}

  @Get()
  @SpreeAnswers(200, presentPaymentList)
  @SpreeStoreRead('List an order’s payments', SpreePaymentList)
  list(@Ctx() ctx: RequestContext, @Param('order_id') order: string): Promise<OrderDetails> {
    return this.orders.get(ctx, orderRef(order));
  }
}
