import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { AdminUser } from './admin-user';
import { AdminUsersRepository } from './admin-users.repository';

/** Creates the first user of a new store; all others come by invitation. */
@Injectable()
export class CreateUser {
  constructor(private readonly users: AdminUsersRepository) {}

  /** A step of the transaction that creates the store. `hash` is the password's. */
  runInTransaction(tx: Tx, storeId: string, user: { email: string; hash: string }): Promise<AdminUser> {
    return this.users.insert(tx, storeId, user);
  }
}
