import { Controller, Header, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InDialect, RawRequest, Respond, serializeReceived, type RawBody } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { ReceiveUnscopedEvent } from '@tandem/gateway-events';
import { medusaDialect } from '../../errors/medusa-dialect';
import { MedusaHookRoute } from '../../medusa-swagger';
import { toProviderEvent } from './hook.mapper';

@ApiTags('Hooks')
@InDialect(medusaDialect)
@Controller('hooks/payment')
export class MedusaPaymentHooksController {
  constructor(private readonly receive: ReceiveUnscopedEvent) {}

  @Post(':provider')
  @LimitAttempts('hook')
  @Respond(200, serializeReceived)
  @Header('content-type', 'text/plain; charset=utf-8')
  @MedusaHookRoute('Receive a provider’s webhook event')
  receiveEvent(@Param('provider') provider: string, @RawRequest() raw: RawBody): Promise<void> {
    return this.receive.run(toProviderEvent(provider, raw));
  }
}
