import { Body, Controller, Get, Patch, Post, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssociateCart, CartsReader, CreateCart, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { AnonymousKeys, Ctx, InDialect } from '@tandem/http';
import type { Request } from 'express';
import { SpreeCustomerGuard } from '../../auth/spree-customer.guard';
import { SpreeStoreGuard } from '../../auth/spree-store.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import * as docs from '../../spree-swagger';
import { SpreeCreateCartDto } from '../carts/cart.dto';
import { toCreateCart } from '../carts/cart.mapper';
import { SpreeOrder } from '../orders/order.dto';
import { serializeOrder } from '../orders/order.serializer';

/** Legacy API: a shopper's single cart, found by its token or its customer. */
@ApiTags('Cart')
@InDialect(spreeDialect)
@Controller('api/v3/store/cart')
export class SpreeStoreCartController {
  constructor(
    private readonly createCart: CreateCart,
    private readonly associateCart: AssociateCart,
    private readonly carts: CartsReader,
  ) {}

  @Post()
  @AnonymousKeys()
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(201, serializeOrder)
  @docs.SpreeStoreRoute('Create a cart', 201, SpreeOrder)
  @docs.SpreeLocalized()
  create(
    @Ctx() ctx: RequestContext,
    @Req() request: Request,
    @Body(spreeBody) body: SpreeCreateCartDto,
  ): Promise<OrderDetails> {
    return this.createCart.run(ctx, toCreateCart(ctx, request, body));
  }

  @Get()
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(200, serializeOrder)
  @docs.SpreeStoreRead('Retrieve the cart of the token, or the customer’s newest cart', SpreeOrder)
  read(@Ctx() ctx: RequestContext): Promise<OrderDetails> {
    return this.carts.getCurrent(ctx);
  }

  @Patch('associate')
  @UseGuards(SpreeCustomerGuard)
  @SpreeRespond(200, serializeOrder)
  @docs.SpreeCustomerRoute('Assign a guest’s cart to the customer, by its token', 200, SpreeOrder)
  associate(@Ctx() ctx: RequestContext): Promise<OrderDetails> {
    return this.associateCart.run(ctx);
  }
}
