import { Injectable } from '@nestjs/common';
import { answer, given, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { UserNotFound } from '../accounts.errors';
import { AdminsRepository } from './admins.repository';
import type { AdminUser } from '../customers/customer';

export interface ChangeUserInput {
  /** UUID. */
  readonly id: string;
  /** As the caller wrote it, for an error's words. */
  readonly shownId?: string;
  /** What is left out stays. */
  readonly changes: Partial<Pick<AdminUser, 'firstName' | 'lastName' | 'avatarUrl' | 'metadata'>>;
}

/** Changes what is known of one of the store's own people. @throws UserNotFound */
@Injectable()
export class ChangeUser {
  constructor(
    private readonly database: Database,
    private readonly admins: AdminsRepository,
  ) {}

  async run(ctx: RequestContext, { id, shownId, changes }: ChangeUserInput): Promise<AdminUser> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const before = await this.admins.lock(tx, ctx.storeId, id);
      if (before === null) throw new UserNotFound(shownId);
      const metadata = { ...before.metadata, ...changes.metadata };
      const value = await this.admins.update(tx, ctx.storeId, { ...before, ...given(changes), metadata });
      return unwrap(await answer(ctx, tx, { value }));
    });
  }
}
