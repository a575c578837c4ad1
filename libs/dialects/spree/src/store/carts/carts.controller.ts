import { Body, Controller, Delete, Get, Patch, Post, Query, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AbandonCart,
  AssociateCart,
  CartsReader,
  UpdateCart,
  CreateCart,
  PlaceOrder,
  type OrderDetails,
} from '@tandem/checkout';
import type { Page, RequestContext } from '@tandem/context';
import { AnonymousKeys, Ctx, InDialect, serializeNothing } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import type { Request } from 'express';
import { SpreeCustomerGuard } from '../../auth/spree-customer.guard';
import { SpreeStoreGuard } from '../../auth/spree-store.guard';
import { CartParam } from '../../ids/spree-path-ids';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeList } from '../../lists/spree-list';
import { pagingOf, serializePage } from '../../lists/spree-paging';
import * as docs from '../../spree-swagger';
import { SpreeOrder } from '../orders/order.dto';
import { serializeOrder } from '../orders/order.serializer';
import { SpreeUpdateCartDto, SpreeCreateCartDto, SpreeCart } from './cart.dto';
import { toUpdateCart, toCreateCart } from './cart.mapper';
import { serializeCart } from './cart.serializer';

/** Current API: an open order is a cart. */
@ApiTags('Carts')
@InDialect(spreeDialect)
@Controller('api/v3/store/carts')
export class SpreeStoreCartsController {
  constructor(
    private readonly createCart: CreateCart,
    private readonly updateCart: UpdateCart,
    private readonly associateCart: AssociateCart,
    private readonly abandonCart: AbandonCart,
    private readonly placeOrder: PlaceOrder,
    private readonly carts: CartsReader,
  ) {}

  @Get()
  @UseGuards(SpreeCustomerGuard)
  @SpreeRespond(200, serializePage(serializeCart))
  @SpreeList()
  @docs.SpreeCustomerRead('List the customer’s open carts', docs.PageOf(SpreeCart))
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<Page<OrderDetails>> {
    return this.carts.findPage(ctx, pagingOf(query));
  }

  @Post()
  @AnonymousKeys()
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(201, serializeCart)
  @docs.SpreeStoreRoute('Create a cart', 201, SpreeCart)
  @docs.SpreeLocalized()
  create(
    @Ctx() ctx: RequestContext,
    @Req() request: Request,
    @Body(spreeBody) body: SpreeCreateCartDto,
  ): Promise<OrderDetails> {
    return this.createCart.run(ctx, toCreateCart(ctx, request, body));
  }

  @Get(':id')
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(200, serializeCart)
  @docs.SpreeStoreRead('Retrieve a cart', SpreeCart)
  read(@Ctx() ctx: RequestContext, @CartParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.carts.get(ctx, id);
  }

  @Patch(':id')
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(200, serializeCart)
  @docs.SpreeStoreRoute('Update a cart', 200, SpreeCart)
  update(
    @Ctx() ctx: RequestContext,
    @CartParam('id') id: OrderRef,
    @Body(spreeBody) body: SpreeUpdateCartDto,
  ): Promise<OrderDetails> {
    return this.updateCart.run(ctx, id, toUpdateCart(body));
  }

  @Delete(':id')
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(204, serializeNothing)
  @docs.SpreeStoreRoute('Abandon a cart', 204, null)
  remove(@Ctx() ctx: RequestContext, @CartParam('id') id: OrderRef): Promise<null> {
    return this.abandonCart.run(ctx, id);
  }

  @Patch(':id/associate')
  @UseGuards(SpreeCustomerGuard)
  @SpreeRespond(200, serializeCart)
  @docs.SpreeCustomerRoute('Assign a guest’s cart to the customer, by its token', 200, SpreeCart)
  associate(@Ctx() ctx: RequestContext, @CartParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.associateCart.run(ctx, id);
  }

  @Post(':id/complete')
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(200, serializeOrder)
  @docs.SpreeStoreRoute('Complete a cart', 200, SpreeOrder)
  complete(@Ctx() ctx: RequestContext, @CartParam('id') id: OrderRef): Promise<OrderDetails> {
    return this.placeOrder.run(ctx, id);
  }
}
