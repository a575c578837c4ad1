import { Injectable } from '@nestjs/common';
import { hashPassword } from '@tandem/auth';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { CustomerNotFound } from './accounts.errors';
import type { Customer } from './customer';
import { CustomersRepository } from './customers.repository';
import type { NewCustomer } from './register-customer';

/** The store's own people add a customer; without a password nobody can log in as them. @throws EmailTaken */
@Injectable()
export class AddCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
  ) {}

  async run(
    ctx: RequestContext,
    { password, ...customer }: NewCustomer & { password: string | null },
  ): Promise<Customer> {
    const id = newId();
    const hash = password === null ? null : await hashPassword(password);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.customers.insert(tx, ctx.storeId, { ...customer, id }, hash);
      const value = await this.customers.find(tx, ctx.storeId, id);
      if (value === null) throw new CustomerNotFound();
      return unwrap(await answer(ctx, tx, { value }));
    });
  }
}
