import { Controller, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RefreshJwt } from '@tandem/logins';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { medusaDialect } from '../errors/medusa-dialect';
import { MedusaTokenRoute } from '../medusa-swagger';
import { MedusaToken } from './auth.dto';
import { serializeToken } from './auth.serializer';
import { BearerGuard } from './token.guard';

@ApiTags('Auth')
@InDialect(medusaDialect)
@Controller('auth/token')
export class MedusaTokenController {
  constructor(private readonly refreshJwt: RefreshJwt) {}

  @Post('refresh')
  @UseGuards(BearerGuard)
  @LimitAttempts('refresh')
  @Respond(200, serializeToken)
  @MedusaTokenRoute('Refresh a token', MedusaToken)
  refresh(@Ctx() ctx: RequestContext): Promise<string> {
    return this.refreshJwt.run(ctx);
  }
}
