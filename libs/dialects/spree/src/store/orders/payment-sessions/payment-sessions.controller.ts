import { Body, Controller, Get, Patch, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { resultAsResponse, type RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import type { OrderRef } from '@tandem/orders';
import {
  CompletePaymentSession,
  createdDetailsFrom,
  CreatePaymentSession,
  PaymentSessionsReader,
  UpdatePaymentSession,
  type SessionDetails,
  type SessionRef,
} from '@tandem/payment-sessions';
import { SpreeStoreGuard } from '../../../auth/spree-store.guard';
import { OrderParam, SessionParam } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeDialect } from '../../../errors/spree-dialect';
import { spreeBody } from '../../../spree-body';
import { SpreeStoreRead, SpreeStoreRoute } from '../../../spree-swagger';
import * as dto from './payment-session.dto';
import { toCompleteSession, toCreateSession, toUpdateSession } from './payment-session.mapper';
import { serializePaymentSession } from './payment-session.serializer';

@ApiTags('Checkout')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller([
  'api/v3/store/orders/:order_id/payment_sessions',
  'api/v3/store/carts/:order_id/payment_sessions',
])
export class SpreeStorePaymentSessionsController {
  constructor(
    private readonly createSession: CreatePaymentSession,
    private readonly updateSession: UpdatePaymentSession,
    private readonly completeSession: CompletePaymentSession,
    private readonly sessions: PaymentSessionsReader,
  ) {}

  @Post()
  @SpreeRespond(201, serializePaymentSession, { deserialize: createdDetailsFrom })
  @SpreeStoreRoute('Create a payment session', 201, dto.SpreePaymentSession)
  create(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Body(spreeBody) body: dto.CreatePaymentSessionDto,
  ): Promise<SessionDetails> {
    return this.createSession.run(ctx, toCreateSession(order, body));
  }

  @Get(':id')
  @SpreeRespond(200, serializePaymentSession)
  @SpreeStoreRead('Retrieve a payment session', dto.SpreePaymentSession)
  read(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @SessionParam('id') session: SessionRef,
  ): Promise<SessionDetails> {
    return this.sessions.get(ctx, order, session);
  }

  @Patch(':id')
  @SpreeRespond(200, serializePaymentSession)
  @SpreeStoreRoute('Update a payment session', 200, dto.SpreePaymentSession)
  update(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @SessionParam('id') session: SessionRef,
    @Body(spreeBody) body: dto.UpdatePaymentSessionDto,
  ): Promise<SessionDetails> {
    return this.updateSession.run(ctx, toUpdateSession(order, session, body));
  }

  @Patch(':id/complete')
  @SpreeRespond(200, serializePaymentSession)
  @SpreeStoreRoute('Complete a payment session', 200, dto.SpreePaymentSession)
  complete(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @SessionParam('id') session: SessionRef,
    @Body(spreeBody) body: dto.CompletePaymentSessionDto,
  ): Promise<SessionDetails> {
    return this.completeSession.run(ctx, toCompleteSession(order, session, body), resultAsResponse());
  }
}
