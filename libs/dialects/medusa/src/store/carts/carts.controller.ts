import { Body, Controller, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  AssociateCart,
  UpdateCart,
  CompleteOrder,
  CreateCart,
  OrderDetailsReader,
  type Completion,
  type OrderDetails,
} from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { AnonymousKeys, Respond, Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { MedusaCustomerGuard } from '../../auth/medusa-customer.guard';
import { MedusaStoreGuard } from '../../auth/medusa-store.guard';
import { medusaDialect } from '../../errors/medusa-dialect';
import { medusaInput } from '../../medusa-input';
import { NamedParam, OrderParam, type NamedId } from '../../ids/medusa-path-ids';
import { MedusaStoreRead, MedusaStoreRoute } from '../../medusa-swagger';
import { StoreQueryDto } from '../../fields/store-query.dto';
import { MedusaCartCompletion, MedusaCartResponse } from './cart-response.dto';
import { serializeCompletion } from './cart-completion.serializer';
import { CreateCartDto, UpdateCartDto } from './cart.dto';
import { toUpdateCart, toCreateCart } from './cart.mapper';
import { serializeCart } from './cart.serializer';

@ApiTags('Carts')
@InDialect(medusaDialect)
@Controller('store/carts')
export class MedusaStoreCartsController {
  constructor(
    private readonly openCart: CreateCart,
    private readonly changeCart: UpdateCart,
    private readonly associateCart: AssociateCart,
    private readonly completeOrder: CompleteOrder,
    private readonly orders: OrderDetailsReader,
  ) {}

  @Post()
  @AnonymousKeys()
  @UseGuards(MedusaStoreGuard)
  @Respond(200, serializeCart)
  @MedusaStoreRoute('Create a cart, for a customer or a guest', MedusaCartResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: CreateCartDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.openCart.run(ctx, toCreateCart(ctx, body));
  }

  @Get(':id')
  @UseGuards(MedusaStoreGuard)
  @Respond(200, serializeCart)
  @MedusaStoreRead('Retrieve a cart, including a completed one', MedusaCartResponse)
  read(
    @Ctx() ctx: RequestContext,
    @OrderParam('id', 'cart') cart: OrderRef,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.orders.get(ctx, cart);
  }

  @Post(':id')
  @UseGuards(MedusaStoreGuard)
  @Respond(200, serializeCart)
  @MedusaStoreRoute('Update a cart', MedusaCartResponse)
  update(
    @Ctx() ctx: RequestContext,
    @OrderParam('id', 'cart') cart: OrderRef,
    @Body(medusaInput) body: UpdateCartDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.changeCart.run(ctx, cart, toUpdateCart(ctx, body));
  }

  @Post(':id/customer')
  @UseGuards(MedusaCustomerGuard)
  @Respond(200, serializeCart)
  @MedusaStoreRoute('Assign a guest’s cart to the logged-in customer', MedusaCartResponse)
  transfer(
    @Ctx() ctx: RequestContext,
    @OrderParam('id', 'cart') cart: OrderRef,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.associateCart.run(ctx, cart, 'replace');
  }

  @Post(':id/complete')
  @UseGuards(MedusaStoreGuard)
  @Respond(200, serializeCompletion)
  @MedusaStoreRoute(
    'Complete a cart: authorizes its payment session and places the order',
    MedusaCartCompletion,
  )
  complete(
    @Ctx() ctx: RequestContext,
    @NamedParam('id', 'cart') cart: NamedId,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<Completion> {
    return this.completeOrder.run(ctx, cart);
  }
}
