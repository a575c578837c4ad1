import { Body, Controller, Get, Patch, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import {
  CancelOrder,
  ImportOrder,
  OrderDetailsReader,
  PlaceOrder,
  type OrderDetails,
} from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { SpreeAdminGuard } from '../../auth/spree-admin.guard';
import { ORDER_FILTERS, orderFilters } from '../../lists/order-filters';
import { OrderParam } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeOrder } from '../../store/orders/order.dto';
import { toImportOrder } from './hand-over.mapper';
import { ImportOrderDto, SpreeListedOrder } from './order.dto';
import { serializeAdminOrder, serializeListedOrder } from './order.serializer';

@ApiTags('Orders')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('orders')
@Controller('api/v3/admin/orders')
export class SpreeAdminOrdersController {
  constructor(
    private readonly importOrder: ImportOrder,
    private readonly cancelOrder: CancelOrder,
    private readonly placeOrder: PlaceOrder,
    private readonly orders: OrderDetailsReader,
  ) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeListedOrder))
  @SpreeList(ORDER_FILTERS)
  @docs.SpreeAdminRead('List orders', docs.PageOf(SpreeListedOrder))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<OrderDetails>> {
    return this.orders.findPage(ctx, orderFilters(query), pagingOf(query));
  }

  @Post()
  @SpreeRespond(201, serializeAdminOrder)
  @docs.SpreeAdminRoute('Import an order to be paid', 201, SpreeOrder)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: ImportOrderDto): Promise<OrderDetails> {
    return this.importOrder.run(ctx, toImportOrder(body));
  }

  @Get(':id')
  @SpreeRespond(200, serializeAdminOrder)
  @docs.SpreeAdminRead('Retrieve an order', SpreeOrder)
  read(@Ctx() ctx: RequestContext, @OrderParam('id') order: OrderRef): Promise<OrderDetails> {
    return this.orders.get(ctx, order);
  }

  @Patch(':id/complete')
  @SpreeRespond(200, serializeAdminOrder)
  @docs.SpreeAdminRoute('Complete a paid order', 200, SpreeOrder)
  complete(@Ctx() ctx: RequestContext, @OrderParam('id') order: OrderRef): Promise<OrderDetails> {
    return this.placeOrder.run(ctx, order);
  }

  @Patch(':id/cancel')
  @SpreeRespond(200, serializeAdminOrder)
  @docs.SpreeAdminRoute('Cancel an order and refund its payments', 200, SpreeOrder)
  cancel(@Ctx() ctx: RequestContext, @OrderParam('id') order: OrderRef): Promise<OrderDetails> {
    return this.cancelOrder.run(ctx, order);
  }
}
