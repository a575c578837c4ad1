import { Injectable } from '@nestjs/common';
import { UpdateCustomer, CustomersReader, type UpdateCustomerInput, type Customer } from '@tandem/customers';
import { readerOf, type RequestContext } from '@tandem/context';
import { ProfileReader, type Profile } from './profile.reader';

/** Updates the calling customer. @throws AuthenticationRequired, EmailTaken, CurrentPasswordInvalid */
@Injectable()
export class UpdateProfile {
  constructor(
    private readonly customers: CustomersReader,
    private readonly updateCustomer: UpdateCustomer,
    private readonly profiles: ProfileReader,
  ) {}

  async run(ctx: RequestContext, input: UpdateCustomerInput): Promise<Profile> {
    await ctx.idempotency.lease();
    const { id } = await this.customers.getOwn(ctx);
    const currency = await this.profiles.currencyOf(ctx);
    const response = readerOf((tx, customer: Customer) => this.profiles.build(ctx, customer, currency, tx));
    return this.updateCustomer.run(ctx, id, input, response);
  }
}
