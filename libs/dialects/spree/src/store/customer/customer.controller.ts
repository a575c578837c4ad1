import { Body, Controller, Get, Patch, UseGuards } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { UpdateProfile, ProfileReader, type Profile } from '@tandem/checkout';
import type { RequestContext } from '@tandem/context';
import { Ctx, InDialect } from '@tandem/http';
import { LimitAttempts } from '@tandem/rate-limits';
import { SpreeCustomerGuard } from '../../auth/spree-customer.guard';
import { SpreeRespond } from '../../spree-respond';
import { spreeBody } from '../../spree-body';
import { spreeDialect } from '../../errors/spree-dialect';
import { SpreeCustomerRead, SpreeCustomerRoute } from '../../spree-swagger';
import { UpdateProfileDto, SpreeCustomer } from './customer.dto';
import { toUpdateCustomer } from './customer.mapper';
import { serializeProfile } from './customer.serializer';

/** The logged-in customer. */
@ApiTags('Customers')
@InDialect(spreeDialect)
@UseGuards(SpreeCustomerGuard)
@Controller(['api/v3/store/customer', 'api/v3/store/customers/me'])
export class SpreeStoreCustomerController {
  constructor(
    private readonly profiles: ProfileReader,
    private readonly updateProfile: UpdateProfile,
  ) {}

  @Get()
  @SpreeRespond(200, serializeProfile)
  @SpreeCustomerRead('Retrieve the customer’s profile', SpreeCustomer)
  read(@Ctx() ctx: RequestContext): Promise<Profile> {
    return this.profiles.getOwn(ctx);
  }

  @Patch()
  @LimitAttempts('current_password')
  @SpreeRespond(200, serializeProfile)
  @SpreeCustomerRoute('Update the customer’s profile', 200, SpreeCustomer)
  update(@Ctx() ctx: RequestContext, @Body(spreeBody) body: UpdateProfileDto): Promise<Profile> {
    return this.updateProfile.run(ctx, toUpdateCustomer(body));
  }
}
