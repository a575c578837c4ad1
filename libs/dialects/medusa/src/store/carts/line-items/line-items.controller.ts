import { Body, Controller, Delete, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import { AddCartItem, UpdateCartItem, RemoveItem, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { MedusaStoreGuard } from '../../../auth/medusa-store.guard';
import { medusaDialect } from '../../../errors/medusa-dialect';
import { medusaInput } from '../../../medusa-input';
import { CART_LINE, OrderParam, type CartLine } from '../../../ids/medusa-path-ids';
import { MedusaStoreRoute } from '../../../medusa-swagger';
import { StoreQueryDto } from '../../../fields/store-query.dto';
import { MedusaCartResponse, MedusaLineRemoved } from '../cart-response.dto';
import { CartLineDto, ChangeCartLineDto } from '../cart.dto';
import { toRequested } from '../cart.mapper';
import { serializeCart, serializeRemovedLine } from '../cart.serializer';

@ApiTags('Carts')
@InDialect(medusaDialect)
@UseGuards(MedusaStoreGuard)
@Controller('store/carts/:id/line-items')
export class MedusaStoreLineItemsController {
  constructor(
    private readonly addItem: AddCartItem,
    private readonly changeItem: UpdateCartItem,
    private readonly removeItem: RemoveItem,
  ) {}

  @Post()
  @Respond(200, serializeCart)
  @MedusaStoreRoute('Add a line item, at the store’s price', MedusaCartResponse)
  add(
    @Ctx() ctx: RequestContext,
    @OrderParam('id', 'cart') cart: OrderRef,
    @Body(medusaInput) body: CartLineDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.addItem.run(ctx, cart, toRequested(body));
  }

  @Post(':line_id')
  @Respond(200, serializeCart)
  @MedusaStoreRoute('Update a line item', MedusaCartResponse)
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'line_id', type: String })
  update(
    @Ctx() ctx: RequestContext,
    @Param(CART_LINE) { cart, itemId }: CartLine,
    @Body(medusaInput) { quantity, metadata }: ChangeCartLineDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.changeItem.run(ctx, cart, { itemId, quantity, metadata: metadata ?? {} });
  }

  @Delete(':line_id')
  @Respond(200, serializeRemovedLine)
  @MedusaStoreRoute('Remove a line item', MedusaLineRemoved)
  @ApiParam({ name: 'id', type: String })
  @ApiParam({ name: 'line_id', type: String })
  remove(
    @Ctx() ctx: RequestContext,
    @Param(CART_LINE) { cart, itemId }: CartLine,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.removeItem.run(ctx, cart, itemId);
  }
}
