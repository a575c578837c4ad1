import { Injectable } from '@nestjs/common';
import { verifyPassword } from '@tandem/auth';
import { Database } from '@tandem/database';
import type { Actor } from '../actor';
import { CredentialsRepository } from './credentials.repository';

/** Where an email may log in. */
@Injectable()
export class LoginsReader {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
  ) {}

  /** The one store in which it has a login; null where it has none, or several. */
  onlyStoreOf(actor: Actor, email: string): Promise<string | null> {
    return this.credentials.onlyStoreOf(this.database, actor, email);
  }

  /** Whether it is the account's password. */
  async isPassword(
    { actor, storeId, id }: { actor: Actor; storeId: string; id: string },
    password: string,
  ): Promise<boolean> {
    const account = await this.credentials.find(this.database, actor, storeId, id);
    return account !== null && account.hash !== null && verifyPassword(password, account.hash);
  }
}
