import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LogIn, RotateRefreshToken, RegisterCustomer, type CustomerLogin } from '@tandem/customers';
import { LogOut } from '@tandem/logins';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect, serializeNothing } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { SpreeStoreGuard } from '../../auth/spree-store.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreePublicRoute } from '../../spree-swagger';
import { LogInDto, RefreshDto, SpreeLogin } from './auth.dto';
import { toLogIn, toRegister } from './auth.mapper';
import { serializeLogin } from './auth.serializer';
import { RegisterDto } from './register.dto';

@ApiTags('Authentication')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/auth')
export class SpreeStoreAuthController {
  constructor(
    private readonly logIn: LogIn,
    private readonly register: RegisterCustomer,
    private readonly rotateRefreshToken: RotateRefreshToken,
    private readonly logOut: LogOut,
  ) {}

  @Post('login')
  @LimitAttempts('login')
  @SpreeRespond(200, serializeLogin)
  @SpreePublicRoute('Log in', 200, SpreeLogin)
  login(@Ctx() ctx: RequestContext, @Body(spreeBody) body: LogInDto): Promise<CustomerLogin> {
    return this.logIn.run(ctx, toLogIn(body));
  }

  @Post('register')
  @LimitAttempts('register')
  @SpreeRespond(201, serializeLogin)
  @SpreePublicRoute('Register a customer', 201, SpreeLogin)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: RegisterDto): Promise<CustomerLogin> {
    return this.register.run(ctx, toRegister(body));
  }

  @Post('refresh')
  @LimitAttempts('refresh')
  @SpreeRespond(200, serializeLogin)
  @SpreePublicRoute('Refresh a token', 200, SpreeLogin)
  refresh(
    @Ctx() ctx: RequestContext,
    @Body(spreeBody) { refresh_token }: RefreshDto,
  ): Promise<CustomerLogin> {
    return this.rotateRefreshToken.run(ctx, refresh_token);
  }

  @Post('logout')
  @SpreeRespond(204, serializeNothing)
  @SpreePublicRoute('Log out', 204, null)
  logout(@Ctx() ctx: RequestContext, @Body(spreeBody) { refresh_token }: RefreshDto): Promise<null> {
    return this.logOut.run(ctx, refresh_token);
  }
}
