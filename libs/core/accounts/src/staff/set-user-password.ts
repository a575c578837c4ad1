import { Injectable } from '@nestjs/common';
import { hashPassword, LoginSessions } from '@tandem/auth';
import { Database } from '@tandem/database';
import { UserNotFound } from '../accounts.errors';
import { AdminsRepository } from './admins.repository';
import type { AdminUser } from '../customers/customer';

/** Gives a member of staff another password, which ends every login of theirs. @throws UserNotFound */
@Injectable()
export class SetUserPassword {
  constructor(
    private readonly database: Database,
    private readonly admins: AdminsRepository,
    private readonly sessions: LoginSessions,
  ) {}

  async run(storeId: string, id: string, password: string): Promise<AdminUser> {
    const hash = await hashPassword(password);
    return this.database.transaction(async (tx) => {
      await this.admins.lock(tx, storeId, id);
      const user = await this.admins.setPassword(tx, storeId, { id, hash });
      if (user === null) throw new UserNotFound('');
      await this.sessions.endAll(tx, storeId, id);
      return user;
    });
  }
}
