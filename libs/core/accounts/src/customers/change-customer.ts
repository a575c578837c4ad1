import { Injectable } from '@nestjs/common';
import { AuthenticationRequired, hashPassword, LoginSessions, verifyPassword } from '@tandem/auth';
import { given, respond, unwrap, type RequestContext, type ResponseModel } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { CurrentPasswordInvalid, CustomerNotFound } from '../accounts.errors';
import type { Customer } from './customer';
import { CustomersRepository } from './customers.repository';
import { RefreshTokensRepository } from '../logins/refresh-tokens.repository';
import type { NewCustomer } from './register-customer';

/** What is left out stays. */
export interface ChangeCustomerInput extends Partial<NewCustomer> {
  readonly password?: string;
  /** The id as the caller wrote it. */
  readonly shownId?: string;
  /** A customer says it to change email or password; the store's own people need not. */
  readonly currentPassword?: string;
}

/**
 * Changes what is known of a customer. A new password ends every login there is.
 * @throws CustomerNotFound, or AuthenticationRequired where it is their own; EmailTaken, CurrentPasswordInvalid
 */
@Injectable()
export class ChangeCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly refreshTokens: RefreshTokensRepository,
    private readonly sessions: LoginSessions,
  ) {}

  async run<Model>(
    ctx: RequestContext,
    id: string,
    input: ChangeCustomerInput,
    response: ResponseModel<Customer, Model>,
  ): Promise<Model> {
    const customer = await this.customers.find(this.database, ctx.storeId, id);
    if (!customer)
      throw ctx.caller.kind === 'customer'
        ? new AuthenticationRequired()
        : new CustomerNotFound(input.shownId);
    // Hashing takes its time, so it comes before the lock; what it proved is held against the account under it.
    const proven = await this.provenHash(ctx, customer, input);
    const hash = input.password === undefined ? null : await hashPassword(input.password);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const before = await this.customers.lock(tx, ctx.storeId, customer.id);
      if (before === null) throw new CustomerNotFound();
      if (needsPassword(ctx, before, input)) await this.checkStillProven(tx, ctx, before, proven);
      const value = await this.change(tx, ctx, before, { ...input, hash });
      return unwrap(await respond(ctx, tx, response, { value }));
    });
  }

  private async change(
    tx: Tx,
    { storeId }: RequestContext,
    before: Customer,
    {
      hash,
      password: _,
      currentPassword: __,
      shownId: ___,
      metadata,
      ...changes
    }: ChangeCustomerInput & { hash: string | null },
  ): Promise<Customer> {
    const changed = { ...before, ...given(changes), metadata: { ...before.metadata, ...metadata } };
    await this.customers.update(tx, storeId, changed);
    if (hash !== null) await this.setPassword(tx, storeId, before.id, hash);
    return (await this.customers.find(tx, storeId, before.id)) ?? before;
  }

  private async setPassword(tx: Tx, storeId: string, id: string, hash: string): Promise<void> {
    await this.customers.setPassword(tx, storeId, id, hash);
    await this.refreshTokens.revokeAll(tx, storeId, id);
    await this.sessions.endAll(tx, storeId, id);
  }

  /** The stored hash that the current password is right for; null where none is asked for. @throws CurrentPasswordInvalid */
  private async provenHash(
    ctx: RequestContext,
    customer: Customer,
    input: ChangeCustomerInput,
  ): Promise<string | null> {
    if (!needsPassword(ctx, customer, input)) return null;
    const hash = await this.customers.passwordHash(this.database, ctx.storeId, customer.id);
    const isRight = hash !== null && (await verifyPassword(input.currentPassword ?? '', hash));
    if (!isRight) throw new CurrentPasswordInvalid();
    return hash;
  }

  private async checkStillProven(
    tx: Tx,
    { storeId }: RequestContext,
    { id }: Customer,
    proven: string | null,
  ): Promise<void> {
    const hash = await this.customers.passwordHash(tx, storeId, id);
    if (proven === null || hash !== proven) throw new CurrentPasswordInvalid();
  }
}

function needsPassword(
  { caller }: RequestContext,
  customer: Customer,
  { email, password }: ChangeCustomerInput,
): boolean {
  const isNewEmail = email !== undefined && email.toLowerCase() !== customer.email;
  return !caller.reach.all && (isNewEmail || password !== undefined);
}
