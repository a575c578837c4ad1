import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { LoginFailed } from '../accounts.errors';
import { CredentialsRepository } from './credentials.repository';
import { CustomersRepository } from '../customers/customers.repository';
import { Logins, type Login } from './logins';
import { PasswordProof } from './password-proof';

/** Logs a customer in by email and password. @throws LoginFailed */
@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly credentials: CredentialsRepository,
    private readonly proof: PasswordProof,
    private readonly logins: Logins,
  ) {}

  async run(
    { storeId }: RequestContext,
    { email, password }: { email?: string; password?: string },
  ): Promise<Login> {
    if (!email?.trim()) throw new LoginFailed('Email is required');
    if (!password) throw new LoginFailed('Password is required');
    const asked = { email: email.trim(), password };
    const known = await this.credentials.findByEmail(this.database, 'customer', storeId, asked.email);
    const { id, hash } = await this.proof.of(known, asked);
    return this.database.transaction((tx) => this.enter(tx, storeId, id, hash));
  }

  /** A password that was changed while it was checked (which takes its time) is the wrong one by now. */
  private async enter(tx: Tx, storeId: string, id: string, hash: string): Promise<Login> {
    const customer = await this.customers.lock(tx, storeId, id);
    const now = await this.credentials.find(tx, 'customer', storeId, id);
    if (!customer || now?.hash !== hash) throw new LoginFailed();
    return this.logins.issue(tx, storeId, customer);
  }
}
