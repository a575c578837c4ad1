import { Injectable } from '@nestjs/common';
import { ChangeCustomer, CustomersReader, type ChangeCustomerInput } from '@tandem/accounts';
import { answer, noIdempotency, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { ProfileReader, type Profile } from './profile.reader';

/** A customer changes what is known of them. @throws AuthenticationRequired, EmailTaken, CurrentPasswordInvalid */
@Injectable()
export class ChangeProfile {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersReader,
    private readonly changeCustomer: ChangeCustomer,
    private readonly profiles: ProfileReader,
  ) {}

  async run(ctx: RequestContext, input: ChangeCustomerInput): Promise<Profile> {
    await ctx.idempotency.lease();
    const { id } = await this.customers.mine(ctx);
    const within = { ...ctx, idempotency: noIdempotency };
    const value = await this.profiles.of(ctx, await this.changeCustomer.run(within, id, input));
    return unwrap(await this.database.transaction((tx) => answer(ctx, tx, { value })));
  }
}
