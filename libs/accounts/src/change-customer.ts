import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from '@tandem/auth';
import { answer, given, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { CurrentPasswordInvalid, CustomerNotFound } from './accounts.errors';
import type { Customer } from './customer';
import { CustomersRepository } from './customers.repository';
import { RefreshTokensRepository } from './refresh-tokens.repository';
import type { NewCustomer } from './register-customer';

/** What is left out stays. */
export interface ChangeCustomerInput extends Partial<NewCustomer> {
  readonly password?: string;
  /** A customer says it to change email or password; the store's own people need not. */
  readonly currentPassword?: string;
}

/**
 * Changes what is known of a customer. A new password ends every login there is.
 * @throws CustomerNotFound, EmailTaken, CurrentPasswordInvalid
 */
@Injectable()
export class ChangeCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly refreshTokens: RefreshTokensRepository,
  ) {}

  /** `id` is null for an id of no known form. */
  async run(ctx: RequestContext, id: string | null, input: ChangeCustomerInput): Promise<Customer> {
    const customer = id && (await this.customers.find(this.database, ctx.storeId, id));
    if (!customer) throw new CustomerNotFound();
    await this.checkPassword(ctx, customer, input);
    const hash = input.password === undefined ? null : await hashPassword(input.password);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const value = await this.change(tx, ctx, customer.id, { ...input, hash });
      return unwrap(await answer(ctx, tx, { value }));
    });
  }

  private async change(
    tx: Tx,
    { storeId }: RequestContext,
    id: string,
    {
      hash,
      password: _,
      currentPassword: __,
      metadata,
      ...changes
    }: ChangeCustomerInput & { hash: string | null },
  ): Promise<Customer> {
    const before = await this.customers.lock(tx, storeId, id);
    if (before === null) throw new CustomerNotFound();
    const changed = { ...before, ...given(changes), metadata: { ...before.metadata, ...metadata } };
    await this.customers.update(tx, storeId, changed, hash);
    if (hash !== null) await this.refreshTokens.revokeAll(tx, storeId, id);
    return (await this.customers.find(tx, storeId, id)) ?? before;
  }

  private async checkPassword(
    ctx: RequestContext,
    customer: Customer,
    { email, password, currentPassword = '' }: ChangeCustomerInput,
  ): Promise<void> {
    const isNewEmail = email !== undefined && email.toLowerCase() !== customer.email;
    if (ctx.caller.reach.all || !(isNewEmail || password !== undefined)) return;
    const hash = await this.customers.passwordHash(this.database, ctx.storeId, customer.id);
    if (!hash || !(await verifyPassword(currentPassword, hash))) throw new CurrentPasswordInvalid();
  }
}
