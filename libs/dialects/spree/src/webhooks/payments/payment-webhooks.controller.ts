import { Controller, Header, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InDialect, RawRequest, Respond, serializeReceived, type RawBody } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { ReceiveMethodEvent } from '@tandem/gateway-events';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeId } from '../../ids/spree-path-ids';
import { SpreeHookRoute } from '../../spree-swagger';

/** Webhook URL of a single payment method. */
@ApiTags('Payment webhooks')
@InDialect(spreeDialect)
@Controller('api/v3/webhooks/payments')
export class SpreePaymentWebhooksController {
  constructor(private readonly receive: ReceiveMethodEvent) {}

  @Post(':method')
  @LimitAttempts('method_hook')
  @Respond(200, serializeReceived)
  @Header('content-type', 'text/plain; charset=utf-8')
  @SpreeHookRoute('Receive a payment method’s gateway event')
  receiveEvent(
    @Param('method', SpreeId('paymentMethod')) methodId: string,
    @RawRequest() raw: RawBody,
  ): Promise<void> {
    return this.receive.run({ methodId, ...raw });
  }
}
