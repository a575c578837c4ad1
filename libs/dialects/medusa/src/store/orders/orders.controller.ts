import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrderDetailsReader, type OrderDetails } from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { MedusaCustomerGuard } from '../../auth/medusa-customer.guard';
import { MedusaStoreGuard } from '../../auth/medusa-store.guard';
import { pagingIn } from '../../lists/list.mapper';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { OrderParam } from '../../ids/medusa-path-ids';
import { MedusaStoreRead } from '../../medusa-swagger';
import { orderSortIn } from '../../lists/order-list.mapper';
import { StoreQueryDto } from '../../fields/store-query.dto';
import { MedusaOrderList, MedusaOrderResponse, StoreOrdersQueryDto } from './order.dto';
import { storeOrderFilters } from './order.mapper';
import { serializeStoreOrder, serializeStoreOrders, STORE_ORDERS_LIMIT } from './order.serializer';

@ApiTags('Orders')
@InDialect(medusaDialect)
@Controller('store/orders')
export class MedusaStoreOrdersController {
  constructor(private readonly orders: OrderDetailsReader) {}

  @Get()
  @UseGuards(MedusaCustomerGuard)
  @Respond(200, serializeStoreOrders)
  @MedusaStoreRead('List the customer’s orders, newest first', MedusaOrderList)
  list(
    @Ctx() ctx: RequestContext,
    @Query(medusaInput) query: StoreOrdersQueryDto,
  ): Promise<Page<OrderDetails>> {
    const paging = pagingIn(query, STORE_ORDERS_LIMIT);
    return this.orders.findPage(ctx, storeOrderFilters(query), paging, orderSortIn(query));
  }

  @Get(':id')
  @UseGuards(MedusaStoreGuard)
  @Respond(200, serializeStoreOrder)
  @MedusaStoreRead('Retrieve an order: the customer’s own, or a guest’s by id', MedusaOrderResponse)
  read(
    @Ctx() ctx: RequestContext,
    @OrderParam('id', 'order') order: OrderRef,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.orders.getPlaced(ctx, order);
  }
}
