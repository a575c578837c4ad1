import { Injectable } from '@nestjs/common';
import { hashPassword } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { LoginTokens } from '@tandem/logins';
import type { NewCustomer } from '../customer';
import { CustomerNotFound } from '../customers.errors';
import { CustomersRepository } from '../customers.repository';
import type { CustomerLogin } from './customer-login';

/** Creates a customer with a password and logs them in. Two requests at once with one email create one. @throws EmailTaken */
@Injectable()
export class RegisterCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly tokens: LoginTokens,
  ) {}

  async run(
    { storeId }: RequestContext,
    { password, ...input }: NewCustomer & { password: string },
  ): Promise<CustomerLogin> {
    const id = newId();
    const hash = await hashPassword(password);
    return this.database.transaction(async (tx) => {
      await this.customers.insert(tx, storeId, { ...input, id }, hash);
      const customer = await this.customers.findById(tx, storeId, id);
      if (customer === null) throw new CustomerNotFound();
      return { customer, ...(await this.tokens.issue(tx, storeId, customer)) };
    });
  }
}
