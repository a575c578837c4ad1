import { Injectable } from '@nestjs/common';
import { AuthenticationRequired, hashPassword } from '@tandem/auth';
import { omitUndefined, respond, getOrThrow, type RequestContext, type ResponseModel } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { AccountPasswords } from '@tandem/logins';
import type { Customer, NewCustomer } from './customer';
import { CurrentPasswordInvalid, CustomerNotFound } from './customers.errors';
import { CustomersRepository } from './customers.repository';
import { needsPassword } from './needs-password';

/** An absent field stays as it is. */
export interface UpdateCustomerInput extends Partial<NewCustomer> {
  readonly password?: string;
  /** The id as the caller wrote it. */
  readonly publicId?: string;
  /** Required of a customer who changes their email or password; not of staff. */
  readonly currentPassword?: string;
}

/**
 * Updates a customer. A new password ends every login of theirs. @throws CustomerNotFound, or AuthenticationRequired for
 * the customer's own account; EmailTaken, CurrentPasswordInvalid
 */
@Injectable()
export class UpdateCustomer {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly passwords: AccountPasswords,
  ) {}

  async run<Model>(
    ctx: RequestContext,
    id: string,
    input: UpdateCustomerInput,
    response: ResponseModel<Customer, Model>,
  ): Promise<Model> {
    const customer = await this.customers.findById(this.database, ctx.storeId, id);
    if (!customer)
      throw ctx.caller.kind === 'customer'
        ? new AuthenticationRequired()
        : new CustomerNotFound(input.publicId);
    // Hashing takes time, so it comes before the lock; under the lock the verified hash is compared again.
    const verifiedHash = await this.verifyPassword(ctx, customer, input);
    const newHash = input.password === undefined ? null : await hashPassword(input.password);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const current = await this.customers.lockForUpdate(tx, ctx.storeId, customer.id);
      if (current === null) throw new CustomerNotFound();
      if (needsPassword(ctx.caller, current, input))
        await this.assertStillVerified(tx, ctx, current, verifiedHash);
      const value = await this.update(tx, ctx, current, { ...input, newHash });
      return getOrThrow(await respond(ctx, tx, response, { value }));
    });
  }

  private async update(
    tx: Tx,
    { storeId }: RequestContext,
    current: Customer,
    {
      newHash,
      password: _,
      currentPassword: __,
      publicId: ___,
      metadata,
      ...changes
    }: UpdateCustomerInput & { newHash: string | null },
  ): Promise<Customer> {
    const { id } = current;
    const updated = { ...current, ...omitUndefined(changes), metadata: { ...current.metadata, ...metadata } };
    await this.customers.update(tx, storeId, updated);
    if (newHash !== null) await this.passwords.setPassword(tx, { actor: 'customer', storeId, id }, newHash);
    return (await this.customers.findById(tx, storeId, id)) ?? current;
  }

  /** The stored hash that the current password matches; null where no password is needed. @throws CurrentPasswordInvalid */
  private async verifyPassword(
    { caller, storeId }: RequestContext,
    customer: Customer,
    input: UpdateCustomerInput,
  ): Promise<string | null> {
    if (!needsPassword(caller, customer, input)) return null;
    const account = { actor: 'customer', storeId, id: customer.id } as const;
    const hash = await this.passwords.findMatchingHash(account, input.currentPassword ?? '');
    if (hash === null) throw new CurrentPasswordInvalid();
    return hash;
  }

  private async assertStillVerified(
    tx: Tx,
    { storeId }: RequestContext,
    { id }: Customer,
    verifiedHash: string | null,
  ): Promise<void> {
    const account = { actor: 'customer', storeId, id } as const;
    if (verifiedHash === null || !(await this.passwords.isCurrentHash(tx, account, verifiedHash)))
      throw new CurrentPasswordInvalid();
  }
}
