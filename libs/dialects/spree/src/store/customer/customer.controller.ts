import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeProfile, ProfileReader, type Profile } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { SpreeCustomerGuard } from '../../auth/spree-customer.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeCustomerRead, SpreeCustomerRoute } from '../../spree-swagger';
import { ChangeProfileDto, SpreeCustomer } from './customer.dto';
import { toChangeCustomer } from './customer.mapper';
import { presentProfile } from './customer.presenter';

/** Whoever is logged in. */
@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller(['api/v3/store/customer', 'api/v3/store/customers/me'])
export class SpreeStoreCustomerController {
  constructor(
    private readonly profiles: ProfileReader,
    private readonly changeProfile: ChangeProfile,
  ) {}

  @Get()
  @SpreeRespond(200, presentProfile)
  @SpreeCustomerRead('Read one’s profile', SpreeCustomer)
  read(@Ctx() ctx: RequestContext): Promise<Profile> {
    return this.profiles.mine(ctx);
  }

  @Patch()
  @LimitAttempts('current_password')
  @SpreeRespond(200, presentProfile)
  @SpreeCustomerRoute('Change one’s profile', 200, SpreeCustomer)
  update(@Ctx() ctx: RequestContext, @Body(spreeBody) body: ChangeProfileDto): Promise<Profile> {
    return this.changeProfile.run(ctx, toChangeCustomer(body));
  }
}
