import { Injectable } from '@nestjs/common';
import type { Page, Paging, RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { AccountListsRepository, type AccountFilters } from '../account-lists.repository';
import { UserNotFound } from '../accounts.errors';
import { AdminsRepository } from './admins.repository';
import type { AdminUser } from '../customers/customer';

/** The store's own people. */
@Injectable()
export class UsersReader {
  constructor(
    private readonly database: Database,
    private readonly admins: AdminsRepository,
    private readonly lists: AccountListsRepository,
  ) {}

  /** @throws UserNotFound, with the id as the caller wrote it */
  async get(ctx: RequestContext, id: string, shownId = ''): Promise<AdminUser> {
    const user = await this.admins.find(this.database, ctx.storeId, id);
    if (user === null) throw new UserNotFound(shownId);
    return user;
  }

  /** The user who asks. @throws UserNotFound for a secret key, which is none */
  async mine(ctx: RequestContext): Promise<AdminUser> {
    const { kind, id } = ctx.caller;
    if (kind !== 'admin' || id === null) throw new UserNotFound();
    return this.get(ctx, id);
  }

  page(ctx: RequestContext, filters: AccountFilters, paging: Paging): Promise<Page<AdminUser>> {
    return this.lists.users(ctx.storeId, filters, paging);
  }
}
