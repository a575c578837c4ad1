import { Injectable } from '@nestjs/common';
import { hashPassword } from '@tandem/auth';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Customer, NewCustomer } from './customer';
import { CustomerNotFound } from './customers.errors';
import { CustomersRepository } from './customers.repository';

/** Staff create a customer; without a password it has no login. @throws EmailTaken */
@Injectable()
export class CreateCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
  ) {}

  async run(
    ctx: RequestContext,
    { password, ...customer }: NewCustomer & { password: string | null },
  ): Promise<Customer> {
    const hash = password === null ? null : await hashPassword(password);
    return this.database.transaction((tx) => this.runInTransaction(tx, ctx, { ...customer, hash }));
  }

  /** The same as a step of a larger transaction. */
  async runInTransaction(
    tx: Tx,
    ctx: RequestContext,
    { hash, ...customer }: NewCustomer & { hash: string | null },
  ): Promise<Customer> {
    const id = newId();
    await ctx.idempotency.claim(tx);
    await this.customers.insert(tx, ctx.storeId, { ...customer, id }, hash);
    const value = await this.customers.findById(tx, ctx.storeId, id);
    if (value === null) throw new CustomerNotFound();
    return getOrThrow(await storeResponse(ctx, tx, { value }));
  }
}
