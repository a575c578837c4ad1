import { Body, Controller, Get, Param, Post, Query, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MedusaCustomerGuard, MedusaStoreGuard } from '@tandem/auth';
import {
  AssociateCart,
  ChangeCart,
  CompleteOrder,
  OpenCart,
  OrderDetailsReader,
  type Completion,
  type OrderDetails,
} from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { AnonymousKeys, Respond, Ctx, InDialect } from '@tandem/http';
import { medusaDialect } from '../../errors/medusa-dialect';
import { uuidOf } from '../../ids/medusa-ids';
import { medusaInput } from '../../medusa-input';
import { MedusaStoreRead, MedusaStoreRoute } from '../../medusa-swagger';
import { StoreQueryDto } from '../../fields/store-query.dto';
import { MedusaCartCompletion, MedusaCartResponse } from './cart-answer.dto';
import { presentCompletion } from './cart-completion.presenter';
import { CreateCartDto, UpdateCartDto } from './cart.dto';
import { cartRef, toChangeCart, toOpenCart } from './cart.mapper';
import { presentCart } from './cart.presenter';

@ApiTags('Carts')
@InDialect(medusaDialect)
@Controller('store/carts')
export class MedusaStoreCartsController {
  constructor(
    private readonly openCart: OpenCart,
    private readonly changeCart: ChangeCart,
    private readonly associateCart: AssociateCart,
    private readonly completeOrder: CompleteOrder,
    private readonly orders: OrderDetailsReader,
  ) {}

  @Post()
  @AnonymousKeys()
  @UseGuards(MedusaStoreGuard)
  @Respond(200, presentCart)
  @MedusaStoreRoute('Open a cart: a customer’s own, or a guest’s', MedusaCartResponse)
  create(
    @Ctx() ctx: RequestContext,
    @Body(medusaInput) body: CreateCartDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.openCart.run(ctx, toOpenCart(ctx, body));
  }

  @Get(':id')
  @UseGuards(MedusaStoreGuard)
  @Respond(200, presentCart)
  @MedusaStoreRead('Read a cart, also one that is completed', MedusaCartResponse)
  read(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.orders.get(ctx, cartRef(id));
  }

  @Post(':id')
  @UseGuards(MedusaStoreGuard)
  @Respond(200, presentCart)
  @MedusaStoreRoute('Change a cart’s contact and addresses', MedusaCartResponse)
  update(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Body(medusaInput) body: UpdateCartDto,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.changeCart.run(ctx, cartRef(id), toChangeCart(ctx, body));
  }

  @Post(':id/customer')
  @UseGuards(MedusaCustomerGuard)
  @Respond(200, presentCart)
  @MedusaStoreRoute('Make a guest’s cart the logged-in customer’s', MedusaCartResponse)
  transfer(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<OrderDetails> {
    return this.associateCart.run(ctx, cartRef(id), 'replaced');
  }

  @Post(':id/complete')
  @UseGuards(MedusaStoreGuard)
  @Respond(200, presentCompletion)
  @MedusaStoreRoute('Complete a cart: its session is authorized and the order placed', MedusaCartCompletion)
  complete(
    @Ctx() ctx: RequestContext,
    @Param('id') id: string,
    @Query(medusaInput) _query: StoreQueryDto,
  ): Promise<Completion> {
    return this.completeOrder.run(ctx, { id: uuidOf('cart', id), shownId: id });
  }
}
