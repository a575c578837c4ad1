import { Injectable } from '@nestjs/common';
import { ChangeCustomer, CustomersReader, type ChangeCustomerInput, type Customer } from '@tandem/accounts';
import { readBy, type RequestContext } from '@tandem/context';
import { ProfileReader, type Profile } from './profile.reader';

/** A customer changes what is known of them. @throws AuthenticationRequired, EmailTaken, CurrentPasswordInvalid */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly customers: CustomersReader,
    private readonly changeCustomer: ChangeCustomer,
    private readonly profiles: ProfileReader,
  ) {}

  async run(ctx: RequestContext, input: ChangeCustomerInput): Promise<Profile> {
    await ctx.idempotency.lease();
    const { id } = await this.customers.mine(ctx);
    const currency = await this.profiles.currencyOf(ctx);
    const response = readBy((tx, customer: Customer) => this.profiles.of(ctx, customer, currency, tx));
    return this.changeCustomer.run(ctx, id, input, response);
  }
}
