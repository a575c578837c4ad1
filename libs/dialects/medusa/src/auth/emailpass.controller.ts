import { Body, Controller, Param, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LogInWithPassword, RegisterLogin } from '@tandem/logins';
import type { RequestContext } from '@tandem/context';
import { Respond, Ctx, InDialect } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { medusaDialect } from '../errors/medusa-dialect';
import { medusaLooseInput } from '../medusa-input';
import { MedusaOpenRoute } from '../medusa-swagger';
import { CredentialsDto, MedusaToken } from './auth.dto';
import { toLogin, toRegistration } from './auth.mapper';
import { serializeToken } from './auth.serializer';
import { LoginGuard, RegistrationGuard } from './login-store.guard';

@ApiTags('Auth')
@InDialect(medusaDialect)
@Controller('auth/:actor/emailpass')
export class MedusaEmailpassController {
  constructor(
    private readonly logIn: LogInWithPassword,
    private readonly registerLogin: RegisterLogin,
  ) {}

  @Post()
  @UseGuards(LoginGuard)
  @LimitAttempts('login')
  @Respond(200, serializeToken)
  @MedusaOpenRoute('Log in a customer or user', MedusaToken)
  login(
    @Ctx() ctx: RequestContext,
    @Param('actor') actor: string,
    @Body(medusaLooseInput) body: CredentialsDto,
  ): Promise<string> {
    return this.logIn.run(ctx, toLogin(actor, body));
  }

  @Post('register')
  @UseGuards(RegistrationGuard)
  @LimitAttempts('register')
  @Respond(200, serializeToken)
  @MedusaOpenRoute('Register a login; its token creates the account', MedusaToken)
  register(
    @Ctx() ctx: RequestContext,
    @Param('actor') actor: string,
    @Body(medusaLooseInput) body: CredentialsDto,
  ): Promise<string> {
    return this.registerLogin.run(ctx, toRegistration(actor, body));
  }
}
