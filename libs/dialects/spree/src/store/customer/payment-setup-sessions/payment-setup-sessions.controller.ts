import { Body, Controller, Get, Param, Patch, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import {
  CompleteSetupSession,
  CreateSetupSession,
  SavedMethodsReader,
  type SetupSessionDetails,
} from '@tandem/customer-vault';
import { SpreeCustomerGuard } from '../../../auth/spree-customer.guard';
import { idIn, SpreeId } from '../../../ids/spree-path-ids';
import { SpreeRespond } from '../../../spree-respond';
import { spreeBody } from '../../../spree-body';
import { spreeDialect } from '../../../errors/spree-dialect';
import { SpreeCustomerRead, SpreeCustomerRoute } from '../../../spree-swagger';
import * as dto from './payment-setup-session.dto';
import { serializeSetupSession } from './payment-setup-session.serializer';

/** Setup sessions: a customer saves a card for later. */
@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller([
  'api/v3/store/customer/payment_setup_sessions',
  'api/v3/store/customers/me/payment_setup_sessions',
])
export class SpreeStoreSetupSessionsController {
  constructor(
    private readonly createSession: CreateSetupSession,
    private readonly completeSession: CompleteSetupSession,
    private readonly saved: SavedMethodsReader,
  ) {}

  @Post()
  @SpreeRespond(201, serializeSetupSession)
  @SpreeCustomerRoute('Create a payment setup session', 201, dto.SpreePaymentSetupSession)
  create(
    @Ctx() ctx: RequestContext,
    @Body(spreeBody) { payment_method_id = '', external_data = {} }: dto.CreateSetupSessionDto,
  ): Promise<SetupSessionDetails> {
    const methodId = idIn('paymentMethod', payment_method_id);
    return this.createSession.run(ctx, { methodId, data: external_data });
  }

  @Get(':id')
  @SpreeRespond(200, serializeSetupSession)
  @SpreeCustomerRead('Retrieve a payment setup session', dto.SpreePaymentSetupSession)
  read(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('paymentSetupSession')) id: string,
  ): Promise<SetupSessionDetails> {
    return this.saved.getSetupSession(ctx, id);
  }

  @Patch(':id/complete')
  @SpreeRespond(200, serializeSetupSession)
  @SpreeCustomerRoute('Complete a payment setup session', 200, dto.SpreePaymentSetupSession)
  complete(
    @Ctx() ctx: RequestContext,
    @Param('id', SpreeId('paymentSetupSession')) id: string,
    @Body(spreeBody) { external_data = {} }: dto.CompleteSetupSessionDto,
  ): Promise<SetupSessionDetails> {
    return this.completeSession.run(ctx, id, external_data);
  }
}
