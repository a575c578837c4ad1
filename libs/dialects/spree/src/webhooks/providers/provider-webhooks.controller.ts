import { Controller, Header, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InDialect, RawRequest, Respond, serializeReceived, type RawBody } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { ReceiveEvent } from '@tandem/gateway-events';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeHookRoute } from '../../spree-swagger';
import { toProviderEvent } from './provider-webhook.mapper';

/** Where a gateway sends the events of all its payment methods: Spree's older `POST /stripe` is this route. */
@ApiTags('Payment webhooks')
@InDialect(spreeDialect)
@Controller('api/v3/webhooks/providers')
export class SpreeProviderWebhooksController {
  constructor(private readonly receive: ReceiveEvent) {}

  @Post(':provider')
  @LimitAttempts('hook')
  @Respond(200, serializeReceived)
  @Header('content-type', 'text/plain; charset=utf-8')
  @SpreeHookRoute(
    'Receive a provider’s event (also at its older address, `POST /stripe`): verified and stored',
  )
  take(@Param('provider') provider: string, @RawRequest() raw: RawBody): Promise<void> {
    return this.receive.run(toProviderEvent(provider, raw));
  }
}
