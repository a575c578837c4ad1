import { Controller, Get, Param, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SpreeStoreGuard } from '@tandem/auth';
import { OrderDetailsReader, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { SpreeAnswers } from '../../spree-answers';
import { spreeDialect } from '../../spree-dialect';
import { orderRef } from '../../spree-ids';
import { SpreeStoreRead } from '../../spree-swagger';
import { SpreeOrder } from './order.dto';
import { presentOrder } from './order.presenter';

@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/orders')
export class SpreeStoreOrdersController {
  constructor(private readonly orders: OrderDetailsReader) {}

  @Get(':id')
  @SpreeAnswers(200, presentOrder)
  @SpreeStoreRead('Read an order', SpreeOrder)
  read(@Ctx() ctx: RequestContext, @Param('id') order: string): Promise<OrderDetails> {
    return this.orders.get(ctx, orderRef(order));
  }
}
