import { Controller, Delete, Post, Req, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LoginSession } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import type { Request } from 'express';
import { medusaDialect } from '../errors/medusa-dialect';
import { MedusaTokenRoute } from '../medusa-swagger';
import { MedusaSession, MedusaSuccess } from './auth.dto';
import { serializeSession, serializeSuccess } from './auth.serializer';
import { BrowserSessions } from './browser-sessions';
import { BearerGuard, SessionGuard } from './token.guard';

@ApiTags('Auth')
@InDialect(medusaDialect)
@Controller('auth/session')
export class MedusaSessionController {
  constructor(private readonly sessions: BrowserSessions) {}

  @Post()
  @UseGuards(BearerGuard)
  @LimitAttempts('refresh')
  @Respond(200, serializeSession)
  @MedusaTokenRoute('Create a cookie session', MedusaSession)
  create(@Ctx() ctx: RequestContext, @Req() request: Request): Promise<LoginSession> {
    return this.sessions.create(ctx, request);
  }

  @Delete()
  @UseGuards(SessionGuard)
  @Respond(200, serializeSuccess)
  @MedusaTokenRoute('Log out', MedusaSuccess)
  destroy(@Ctx() ctx: RequestContext, @Req() request: Request): Promise<void> {
    return this.sessions.destroy(ctx, request);
  }
}
