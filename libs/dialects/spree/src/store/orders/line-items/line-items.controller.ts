import { Body, Controller, Delete, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddCartItem, UpdateCartItem, RemoveItem, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { SpreeStoreGuard } from '../../../auth/spree-store.guard';
import { idIn, OrderParam, SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeStoreRoute } from '../../../spree-swagger';
import { serializeCartOrOrder } from '../../carts/cart.serializer';
import { metadataIn } from '../../carts/cart.mapper';
import { SpreeOrder } from '../order.dto';
import { CreateLineItemDto, UpdateLineItemDto } from './line-item.dto';

/** The lines of an open order (legacy: line_items; current: a cart's items). Each route returns the whole order. */
@ApiTags('Line items')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller(['api/v3/store/orders/:order_id/line_items', 'api/v3/store/carts/:order_id/items'])
export class SpreeStoreLineItemsController {
  constructor(
    private readonly addItem: AddCartItem,
    private readonly updateItem: UpdateCartItem,
    private readonly removeItem: RemoveItem,
  ) {}

  @Post()
  @SpreeRespond(201, serializeCartOrOrder)
  @SpreeStoreRoute('Add a variant to an order, at the catalog price', 201, SpreeOrder)
  create(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Body(spreeBody) { variant_id = '', quantity = 1, metadata }: CreateLineItemDto,
  ): Promise<OrderDetails> {
    return this.addItem.run(ctx, order, {
      variantId: idIn('variant', variant_id),
      quantity,
      metadata: metadataIn(metadata),
      match: 'variant',
    });
  }

  @Patch(':id')
  @SpreeRespond(200, serializeCartOrOrder)
  @SpreeStoreRoute('Update a line item', 200, SpreeOrder)
  update(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Param('id', SpreeId('lineItem')) id: string,
    @Body(spreeBody) { quantity, metadata }: UpdateLineItemDto,
  ): Promise<OrderDetails> {
    return this.updateItem.run(ctx, order, {
      itemId: id,
      quantity,
      metadata: metadataIn(metadata),
    });
  }

  @Delete(':id')
  @SpreeRespond(200, serializeCartOrOrder)
  @SpreeStoreRoute('Remove a line item', 200, SpreeOrder)
  remove(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Param('id', SpreeId('lineItem')) id: string,
  ): Promise<OrderDetails> {
    return this.removeItem.run(ctx, order, id);
  }
}
