import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { AdminUser } from './admin-user';
import { AdminUsersRepository } from './admin-users.repository';
import { callingAdmin } from './calling-admin';
import { UserNotFound } from './staff.errors';
import { UserListsRepository, type UserFilters } from './user-lists.repository';

@Injectable()
export class UsersReader {
  constructor(
    private readonly database: Database,
    private readonly users: AdminUsersRepository,
    private readonly lists: UserListsRepository,
  ) {}

  /** @throws UserNotFound, with the id as the caller wrote it */
  async get(ctx: RequestContext, id: string, publicId = ''): Promise<AdminUser> {
    const user = await this.users.findById(this.database, ctx.storeId, id);
    if (user === null) throw new UserNotFound(publicId);
    return user;
  }

  /** The calling user. @throws UserNotFound for a secret key, which is no user */
  async getOwn(ctx: RequestContext): Promise<AdminUser> {
    const id = callingAdmin(ctx.caller);
    if (id === null) throw new UserNotFound();
    return this.get(ctx, id);
  }

  findByEmail(storeId: string, email: string): Promise<AdminUser | null> {
    return this.users.findByEmail(this.database, storeId, email);
  }

  /** For the command line, which knows no store. */
  findInAllStores(email: string): Promise<{ storeId: string; id: string }[]> {
    return this.users.findInAllStores(this.database, email);
  }

  findPage(ctx: RequestContext, filters: UserFilters, paging: Paging): Promise<Page<AdminUser>> {
    return this.lists.findPage(ctx.storeId, filters, paging);
  }
}
