import { Body, Controller, Post, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { RegisterCustomer, type CustomerLogin } from '@tandem/customers';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { SpreeStoreGuard } from '../../auth/spree-store.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreePublicRoute } from '../../spree-swagger';
import { SpreeLogin } from '../auth/auth.dto';
import { toRegister } from '../auth/auth.mapper';
import { serializeLogin } from '../auth/auth.serializer';
import { RegisterDto } from '../auth/register.dto';

/** Registration in the current API (legacy: auth/register). */
@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeStoreGuard)
@Controller('api/v3/store/customers')
export class SpreeStoreCustomersController {
  constructor(private readonly register: RegisterCustomer) {}

  @Post()
  @LimitAttempts('register')
  @SpreeRespond(201, serializeLogin)
  @SpreePublicRoute('Register a customer', 201, SpreeLogin)
  create(@Ctx() ctx: RequestContext, @Body(spreeBody) body: RegisterDto): Promise<CustomerLogin> {
    return this.register.run(ctx, toRegister(body));
  }
}
