import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
import type { Actor } from './account';
import { CredentialsRepository } from './passwords/credentials.repository';

/** Where an email can log in. */
@Injectable()
export class LoginsReader {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
  ) {}

  /** The only store in which it has a login; null where it has none, or several. */
  findOnlyStore(actor: Actor, email: string): Promise<string | null> {
    return this.credentials.findOnlyStore(this.database, actor, email);
  }
}
