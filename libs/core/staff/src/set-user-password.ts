import { Injectable } from '@nestjs/common';
import { hashPassword } from '@tandem/auth';
import { Database } from '@tandem/database';
import { AccountPasswords } from '@tandem/logins';
import type { AdminUser } from './admin-user';
import { AdminUsersRepository } from './admin-users.repository';
import { UserNotFound } from './staff.errors';

/** Sets a new password of a member of staff, which ends all their logins. @throws UserNotFound */
@Injectable()
export class SetUserPassword {
  constructor(
    private readonly database: Database,
    private readonly users: AdminUsersRepository,
    private readonly passwords: AccountPasswords,
  ) {}

  async run(storeId: string, id: string, password: string): Promise<AdminUser> {
    const hash = await hashPassword(password);
    return this.database.transaction(async (tx) => {
      const user = await this.users.lockForUpdate(tx, storeId, id);
      if (user === null) throw new UserNotFound();
      return { ...user, ...(await this.passwords.setPassword(tx, { actor: 'user', storeId, id }, hash)) };
    });
  }
}
