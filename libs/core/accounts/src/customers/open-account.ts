import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { AccountExists, CustomerNotFound, EmailNotRegistered, EmailTaken } from '../accounts.errors';
import { accountOf } from './account-of';
import type { Customer } from './customer';
import { CustomersRepository } from './customers.repository';
import type { NewCustomer } from './register-customer';
import { RegistrationsRepository, type Registration } from './registrations.repository';

/**
 * Opens the account that a customer has registered for, with its email and password. It is opened once: the registration
 * is used up by it. @throws AuthenticationRequired, EmailNotRegistered, AccountExists
 */
@Injectable()
export class OpenAccount {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly registrations: RegistrationsRepository,
  ) {}

  async run(ctx: RequestContext, input: NewCustomer): Promise<Customer> {
    const { id } = accountOf(ctx);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const registration = await this.registrations.use(tx, 'customer', ctx.storeId, id);
      if (registration === null) throw new AuthenticationRequired();
      // The login is the email that was registered: a profile of another's must not come with it.
      if (registration.email !== input.email.toLowerCase()) throw new EmailNotRegistered();
      const value = await this.open(tx, ctx, registration, input);
      return unwrap(await answer(ctx, tx, { value }));
    });
  }

  private async open(
    tx: Tx,
    { storeId }: RequestContext,
    { id, hash }: Registration,
    input: NewCustomer,
  ): Promise<Customer> {
    try {
      await this.customers.insert(tx, storeId, { ...input, id }, hash);
    } catch (error) {
      throw error instanceof EmailTaken ? new AccountExists() : error;
    }
    const customer = await this.customers.find(tx, storeId, id);
    if (customer === null) throw new CustomerNotFound();
    return customer;
  }
}
