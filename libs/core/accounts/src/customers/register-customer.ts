import { Injectable } from '@nestjs/common';
import { hashPassword } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { CustomerNotFound } from '../accounts.errors';
import { CustomersRepository, type CustomerToSave } from './customers.repository';
import { Logins, type Login } from '../logins/logins';

export type NewCustomer = Omit<CustomerToSave, 'id'>;

/** Opens an account and logs it in. Two at once with one email make one. @throws EmailTaken */
@Injectable()
export class RegisterCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly logins: Logins,
  ) {}

  async run(
    ctx: RequestContext,
    { password, ...customer }: NewCustomer & { password: string },
  ): Promise<Login> {
    const id = newId();
    const hash = await hashPassword(password);
    return this.database.transaction(async (tx) => {
      await this.customers.insert(tx, ctx.storeId, { ...customer, id }, hash);
      const stored = await this.customers.find(tx, ctx.storeId, id);
      if (stored === null) throw new CustomerNotFound();
      return this.logins.issue(tx, ctx.storeId, stored);
    });
  }
}
