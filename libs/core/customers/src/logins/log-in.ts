import { Injectable } from '@nestjs/common';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { AccountPasswords, LoginFailed, LoginTokens } from '@tandem/logins';
import { CustomersRepository } from '../customers.repository';
import type { CustomerLogin } from './customer-login';

/** Logs a customer in by email and password, with a refresh token (Spree). @throws LoginFailed */
@Injectable()
export class LogIn {
  constructor(
    private readonly database: Database,
    private readonly customers: CustomersRepository,
    private readonly passwords: AccountPasswords,
    private readonly tokens: LoginTokens,
  ) {}

  async run(
    { storeId }: RequestContext,
    { email, password }: { email?: string; password?: string },
  ): Promise<CustomerLogin> {
    if (!email?.trim()) throw new LoginFailed('Email is required');
    if (!password) throw new LoginFailed('Password is required');
    const login = { email: email.trim(), password };
    const { id, hash } = await this.passwords.verifyByEmail('customer', storeId, login);
    return this.database.transaction(async (tx) => {
      const customer = await this.customers.lockForUpdate(tx, storeId, id);
      // Verifying takes time: a password that was changed meanwhile is a wrong one.
      const isCurrent = await this.passwords.isCurrentHash(tx, { actor: 'customer', storeId, id }, hash);
      if (customer === null || !isCurrent) throw new LoginFailed();
      return { customer, ...(await this.tokens.issue(tx, storeId, customer)) };
    });
  }
}
