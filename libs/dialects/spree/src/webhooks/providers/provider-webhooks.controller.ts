import { Controller, Header, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InDialect, RawRequest, Respond, serializeReceived, type RawBody } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { ReceiveEvent } from '@tandem/gateway-events';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeHookRoute } from '../../spree-swagger';
import { toProviderEvent } from './provider-webhook.mapper';

/** Webhook URL of a provider, for all its payment methods. Spree's older `POST /stripe` uses this route. */
@ApiTags('Payment webhooks')
@InDialect(spreeDialect)
@Controller('api/v3/webhooks/providers')
export class SpreeProviderWebhooksController {
  constructor(private readonly receive: ReceiveEvent) {}

  @Post(':provider')
  @LimitAttempts('hook')
  @Respond(200, serializeReceived)
  @Header('content-type', 'text/plain; charset=utf-8')
  @SpreeHookRoute('Receive a provider’s gateway event (also at the older `POST /stripe`)')
  receiveEvent(@Param('provider') provider: string, @RawRequest() raw: RawBody): Promise<void> {
    return this.receive.run(toProviderEvent(provider, raw));
  }
}
