import { Body, Controller, Get, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SpreeAdminGuard } from '@tandem/auth';
import { HandOverOrder, OrderDetailsReader, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { spreeBody } from '../../spree-body';
import { SpreeAnswers } from '../../spree-answers';
import { spreeDialect } from '../../spree-dialect';
import { orderRef } from '../../spree-ids';
import { SpreeAdminRead, SpreeAdminRoute } from '../../spree-swagger';
import { SpreeOrder } from '../../store/orders/order.dto';
import { presentOrder } from '../../store/orders/order.presenter';
import { toHandOver } from './hand-over.mapper';
import { HandOverOrderDto } from './order.dto';

@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@Controller('api/v3/admin/orders')
export class SpreeAdminOrdersController {
  constructor(
    private readonly handOver: HandOverOrder,
    private readonly orders: OrderDetailsReader,
  ) {}

  @Post()
  @SpreeAnswers(201, presentOrder)
  @SpreeAdminRoute('Hand an order over to be paid', 201, SpreeOrder)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: HandOverOrderDto): Promise<OrderDetails> {
    return this.handOver.run(ctx, toHandOver(body));
  }

  @Get(':id')
  @SpreeAnswers(200, presentOrder)
  @SpreeAdminRead('Read an order', SpreeOrder)
  read(@Ctx() ctx: RequestContext, @Param('id') order: string): Promise<OrderDetails> {
    return this.orders.get(ctx, orderRef(order));
  }
}
