import { Controller, Get, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { OrderDetailsReader, type OrderDetails } from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderFilters, OrderRef } from '@tandem/orders';
import { SpreeCustomerGuard } from '../../../auth/spree-customer.guard';
import { ORDER_FILTERS, orderFilters } from '../../../lists/order-filters';
import { OrderParam } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeList } from '../../../lists/spree-list';
import { pagingOf, serializePage } from '../../../lists/spree-paging';
import { PageOf, SpreeCustomerRead } from '../../../spree-swagger';
import { SpreeOrder } from '../../orders/order.dto';
import { serializeOrder } from '../../orders/order.serializer';

// Abandoned carts are canceled too, but were never completed.
const PLACED: OrderFilters = { states: ['completed', 'canceled'], completedFrom: new Date(0) };

/** A customer's order history. */
@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller(['api/v3/store/customer/orders', 'api/v3/store/customers/me/orders'])
export class SpreeStoreCustomerOrdersController {
  constructor(private readonly orders: OrderDetailsReader) {}

  @Get()
  @SpreeRespond(200, serializePage(serializeOrder))
  @SpreeList(ORDER_FILTERS)
  @SpreeCustomerRead('List the customer’s orders', PageOf(SpreeOrder))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<OrderDetails>> {
    return this.orders.findPage(ctx, orderFilters(query, PLACED), pagingOf(query));
  }

  @Get(':id')
  @SpreeRespond(200, serializeOrder)
  @SpreeCustomerRead('Retrieve an order of the customer', SpreeOrder)
  read(@Ctx() ctx: RequestContext, @OrderParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.orders.get(ctx, id);
  }
}
