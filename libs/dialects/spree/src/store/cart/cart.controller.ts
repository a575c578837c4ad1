import { Body, Controller, Get, Patch, Post, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssociateCart, CartsReader, OpenCart, type OrderDetails } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { AnonymousKeys, Ctx, InDialect } from '@tandem/http';
import type { Request } from 'express';
import { SpreeCustomerGuard } from '../../auth/spree-customer.guard';
import { SpreeStoreGuard } from '../../auth/spree-store.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import * as docs from '../../spree-swagger';
import { OpenCartDto } from '../carts/cart.dto';
import { toOpenCart } from '../carts/cart.mapper';
import { SpreeOrder } from '../orders/order.dto';
import { presentOrder } from '../orders/order.presenter';

/** The seed time's API: the one cart of a shopper, found by its token or its customer. */
@ApiTags('Cart')
@InDialect(spreeDialect)
@Controller('api/v3/store/cart')
export class SpreeStoreCartController {
  constructor(
    private readonly openCart: OpenCart,
    private readonly associateCart: AssociateCart,
    private readonly carts: CartsReader,
  ) {}

  @Post()
  @AnonymousKeys()
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(201, presentOrder)
  @docs.SpreeStoreRoute('Open a cart', 201, SpreeOrder)
  @docs.SpreeLocalized()
  create(
    @Ctx() ctx: RequestContext,
    @Req() request: Request,
    @Body(spreeBody) body: OpenCartDto,
  ): Promise<OrderDetails> {
    return this.openCart.run(ctx, toOpenCart(ctx, request, body));
  }

  @Get()
  @UseGuards(SpreeStoreGuard)
  @SpreeRespond(200, presentOrder)
  @docs.SpreeStoreRead('Read the cart of the token, or the customer’s newest', SpreeOrder)
  read(@Ctx() ctx: RequestContext): Promise<OrderDetails> {
    return this.carts.current(ctx);
  }

  @Patch('associate')
  @UseGuards(SpreeCustomerGuard)
  @SpreeRespond(200, presentOrder)
  @docs.SpreeCustomerRoute('Make a guest’s cart one’s own, by its token', 200, SpreeOrder)
  associate(@Ctx() ctx: RequestContext): Promise<OrderDetails> {
    return this.associateCart.run(ctx);
  }
}
