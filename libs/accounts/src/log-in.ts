import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { LoginFailed } from './accounts.errors';
import { CustomersRepository } from './customers.repository';
import { Logins, type Login } from './logins';

/** Logs a customer in by email and password. @throws LoginFailed */
@Injectable()
export class LogIn {
  // An unknown email costs the same time as a wrong password, so that the time tells nothing of who has an account.
  private readonly nobodysHash = hashPassword('the password of nobody');

  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly logins: Logins,
  ) {}

  async run(ctx: RequestContext, { email, password }: { email?: string; password?: string }): Promise<Login> {
    if (!email?.trim()) throw new LoginFailed('Email is required');
    if (!password) throw new LoginFailed('Password is required');
    const known = await this.checked(ctx, email.trim(), password);
    return this.database.transaction((tx) => this.enter(tx, ctx, known.id, known.hash));
  }

  /** Whose email it is, with the stored hash that the password is right for. */
  private async checked(
    { storeId }: RequestContext,
    email: string,
    password: string,
  ): Promise<{ id: string; hash: string }> {
    const customer = await this.customers.findByEmail(this.database, storeId, email);
    const hash = customer && (await this.customers.passwordHash(this.database, storeId, customer.id));
    const isRight = await verifyPassword(password, hash ?? (await this.nobodysHash));
    if (!customer || !hash || !isRight) throw new LoginFailed();
    return { id: customer.id, hash };
  }

  /** A password that was changed while it was checked (which takes its time) is the wrong one by now. */
  private async enter(tx: Tx, { storeId }: RequestContext, id: string, hash: string): Promise<Login> {
    const customer = await this.customers.lock(tx, storeId, id);
    const hashNow = await this.customers.passwordHash(tx, storeId, id);
    if (!customer || hashNow !== hash) throw new LoginFailed();
    return this.logins.issue(tx, storeId, customer);
  }
}
