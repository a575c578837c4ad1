import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { Registrations, type Registration } from '@tandem/logins';
import type { Customer, NewCustomer } from '../customer';
import { AccountExists, CustomerNotFound, EmailTaken } from '../customers.errors';
import { CustomersRepository } from '../customers.repository';

/**
 * Creates the customer of a registered login, with its email and password (Medusa). A registration creates one account.
 * @throws AuthenticationRequired, EmailNotRegistered, AccountExists
 */
@Injectable()
export class CompleteRegistration {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly registrations: Registrations,
  ) {}

  async run(ctx: RequestContext, input: NewCustomer): Promise<Customer> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      // Only the registered email: this must not create an account with somebody else's.
      const registration = await this.registrations.redeem(tx, ctx, 'customer', input.email);
      const value = await this.create(tx, ctx, registration, input);
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }

  private async create(
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
    const customer = await this.customers.findById(tx, storeId, id);
    if (customer === null) throw new CustomerNotFound();
    return customer;
  }
}
