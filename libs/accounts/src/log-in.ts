import { Injectable } from '@nestjs/common';
import { hashPassword, verifyPassword } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { LoginFailed } from './accounts.errors';
import type { Customer } from './customer';
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
    if (!email) throw new LoginFailed('Email is required');
    if (!password) throw new LoginFailed('Password is required');
    const customer = await this.customers.findByEmail(this.database, ctx.storeId, email.trim());
    const hash = customer && (await this.customers.passwordHash(this.database, ctx.storeId, customer.id));
    const isRight = await verifyPassword(password, hash ?? (await this.nobodysHash));
    if (!customer || !hash || !isRight) throw new LoginFailed();
    return this.database.transaction((tx) => this.enter(tx, ctx, customer, hash));
  }

  /** A password that was changed while it was checked (which takes its time) is the wrong one by now. */
  private async enter(tx: Tx, { storeId }: RequestContext, { id }: Customer, hash: string): Promise<Login> {
    const customer = await this.customers.lock(tx, storeId, id);
    const hashNow = await this.customers.passwordHash(tx, storeId, id);
    if (!customer || hashNow !== hash) throw new LoginFailed();
    return this.logins.issue(tx, storeId, customer);
  }
}
