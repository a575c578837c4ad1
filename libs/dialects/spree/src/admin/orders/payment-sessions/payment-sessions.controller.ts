import { Body, Controller, Get, Patch, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RequiresScope } from '@tandem/auth';
import { PlaceCoveredOrder } from '@tandem/checkout';
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
import { SpreeAdminGuard } from '../../../auth/spree-admin.guard';
import { OrderParam, SessionParam } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeAdminRead, SpreeAdminRoute } from '../../../spree-swagger';
import * as dto from '../../../store/orders/payment-sessions/payment-session.dto';
import * as mapper from '../../../store/orders/payment-sessions/payment-session.mapper';
import { serializePaymentSession } from '../../../store/orders/payment-sessions/payment-session.serializer';
import { serializeAdminSession } from './payment-session.serializer';

/** Payment sessions created by staff: for an open order, or for the amount still due on a completed one. */
@ApiTags('Payments')
@InDialect(spreeDialect)
@UseGuards(SpreeAdminGuard)
@RequiresScope('payments')
@Controller('api/v3/admin/orders/:order_id/payment_sessions')
export class SpreeAdminPaymentSessionsController {
  constructor(
    private readonly createSession: CreatePaymentSession,
    private readonly updateSession: UpdatePaymentSession,
    private readonly completeSession: CompletePaymentSession,
    private readonly sessions: PaymentSessionsReader,
    private readonly placing: PlaceCoveredOrder,
  ) {}

  @Post()
  @SpreeRespond(201, serializePaymentSession, { deserialize: createdDetailsFrom })
  @SpreeAdminRoute('Create a payment session for the amount due', 201, dto.SpreePaymentSession)
  create(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @Body(spreeBody) body: dto.CreatePaymentSessionDto,
  ): Promise<SessionDetails> {
    return this.createSession.run(ctx, mapper.toCreateSession(order, body));
  }

  @Get(':id')
  @SpreeRespond(200, serializeAdminSession)
  @SpreeAdminRead('Retrieve a payment session', dto.SpreePaymentSession)
  read(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @SessionParam('id') session: SessionRef,
  ): Promise<SessionDetails> {
    return this.sessions.get(ctx, order, session);
  }

  @Patch(':id')
  @SpreeRespond(200, serializeAdminSession)
  @SpreeAdminRoute('Update a payment session', 200, dto.SpreePaymentSession)
  update(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @SessionParam('id') session: SessionRef,
    @Body(spreeBody) body: dto.UpdatePaymentSessionDto,
  ): Promise<SessionDetails> {
    return this.updateSession.run(ctx, mapper.toUpdateSession(order, session, body));
  }

  @Patch(':id/complete')
  @SpreeRespond(200, serializeAdminSession)
  @SpreeAdminRoute('Complete a payment session', 200, dto.SpreePaymentSession)
  complete(
    @Ctx() ctx: RequestContext,
    @OrderParam('order_id') order: OrderRef,
    @SessionParam('id') session: SessionRef,
    @Body(spreeBody) body: dto.CompletePaymentSessionDto,
  ): Promise<SessionDetails> {
    const completed = this.completeSession.run(
      ctx,
      mapper.toCompleteSession(order, session, body),
      resultAsResponse(),
    );
    return this.placing.placeAfter(ctx, completed, ({ session }) => session.orderId);
  }
}
