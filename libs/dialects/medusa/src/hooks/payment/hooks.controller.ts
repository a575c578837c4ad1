import { Controller, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { InDialect, RawRequest, type RawBody } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { ReceiveEventQuietly } from '@tandem/gateway-events';
import { medusaDialect } from '../../errors/medusa-dialect';
import { MedusaHookRoute } from '../../medusa-swagger';
import { toProviderEvent } from './hook.mapper';

@ApiTags('Hooks')
@InDialect(medusaDialect)
@Controller('hooks/payment')
export class MedusaPaymentHooksController {
  constructor(private readonly receive: ReceiveEventQuietly) {}

  @Post(':provider')
  @LimitAttempts('hook')
  @HttpCode(200)
  @Header('content-type', 'text/plain; charset=utf-8')
  @MedusaHookRoute('Receive a provider’s event: verified, stored, and handled afterwards')
  async take(@Param('provider') provider: string, @RawRequest() raw: RawBody): Promise<string> {
    await this.receive.run(toProviderEvent(provider, raw));
    return 'OK';
  }
}
