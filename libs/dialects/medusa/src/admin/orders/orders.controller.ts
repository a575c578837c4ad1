import { Body, Controller, Get, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import { CreateCreditLine, CancelOrder, OrderDetailsReader, type OrderDetails } from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { MedusaAdminGuard } from '../../auth/medusa-admin.guard';
import { pagingIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, OrderParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaAdminRead, MedusaAdminRoute } from '../../medusa-swagger';
import { orderSortIn } from '../../lists/order-list.mapper';
import { AdminQueryDto } from '../../fields/store-query.dto';
import { MedusaOrderList, MedusaOrderResponse } from '../../store/orders/order.dto';
import { AddCreditLineDto, AdminOrdersQueryDto } from './order.dto';
import { adminOrderFilters, toCreateCreditLine } from './order.mapper';
import { serializeAdminOrder, serializeAdminOrders } from './order.serializer';

@ApiTags('Orders')
@InDialect(medusaDialect)
@UseGuards(MedusaAdminGuard)
@RequiresScope('orders')
@Controller('admin/orders')
export class MedusaAdminOrdersController {
  constructor(
    private readonly orders: OrderDetailsReader,
    private readonly cancelOrder: CancelOrder,
    private readonly addCreditLine: CreateCreditLine,
  ) {}

  @Get()
  @Respond(200, serializeAdminOrders)
  @MedusaAdminRead('List the orders that were placed or canceled, newest first', MedusaOrderList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: AdminOrdersQueryDto,
  ): Promise<Page<OrderDetails>> {
    return this.orders.findPage(ctx, adminOrderFilters(ctx, query), pagingIn(query), orderSortIn(query));
  }

  @Get(':id')
  @Respond(200, serializeAdminOrder)
  @MedusaAdminRead('Retrieve an order, including an imported one that is not paid yet', MedusaOrderResponse)
  read(
    @Ctx() ctx: RequestContext,
    @OrderParam('id', 'order') order: OrderRef,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<OrderDetails> {
    return this.orders.getPlacedOrImported(ctx, order);
  }

  @Post(':id/cancel')
  @Respond(200, serializeAdminOrder)
  @MedusaAdminRoute('Cancel an order and refund its payments', MedusaOrderResponse)
  async cancel(
    @Ctx() ctx: RequestContext,
    @OrderParam('id', 'order') ref: OrderRef,
    @Param('id') id: string,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<OrderDetails> {
    const { order } = await this.orders.getPlacedOrImported(ctx, ref);
    return this.cancelOrder.run(ctx, order, id);
  }

  @Post(':id/credit-lines')
  @Respond(200, serializeAdminOrder)
  @MedusaAdminRoute('Add a credit line to a placed order', MedusaOrderResponse)
  credit(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'order') order: NamedId,
    @Body(medusaInput) body: AddCreditLineDto,
    @Query(medusaInput) _query: AdminQueryDto,
  ): Promise<OrderDetails> {
    return this.addCreditLine.run(ctx, toCreateCreditLine(order, body));
  }
}
