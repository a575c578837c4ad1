import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import { TakePayment, type SessionDetails } from '@tandem/payment-sessions';
import { SpreeStoreGuard } from '../../../auth/spree-store.guard';
import { CartParam } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeStoreRoute } from '../../../spree-swagger';
import { SpreePayment } from '../../orders/payments/payment.dto';
import { serializeCreatedPayment } from '../../orders/payments/payment.serializer';
import { TakePaymentDto } from './payment.dto';
import { toTakePayment } from './payment.mapper';

@ApiTags('Carts')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/carts/:cart_id/payments')
export class SpreeStoreCartPaymentsController {
  constructor(private readonly takePayment: TakePayment) {}

  @Post()
  @SpreeRespond(201, serializeCreatedPayment)
  @SpreeStoreRoute('Create a payment with a method that needs no session', 201, SpreePayment)
  create(
    @Ctx() ctx: RequestContext,
    @CartParam('cart_id') cart: OrderRef,
    @Body(spreeBody) body: TakePaymentDto,
  ): Promise<SessionDetails> {
    return this.takePayment.run(ctx, toTakePayment(cart, body));
  }
}
