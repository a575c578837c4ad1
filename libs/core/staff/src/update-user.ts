import { Injectable } from '@nestjs/common';
import { storeResponse, omitUndefined, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import type { AdminUser } from './admin-user';
import { AdminUsersRepository } from './admin-users.repository';
import { UserNotFound } from './staff.errors';

export interface UpdateUserInput {
  /** UUID. */
  readonly id: string;
  /** The id as the caller wrote it, for the error message. */
  readonly publicId?: string;
  /** An absent field stays as it is. */
  readonly changes: Partial<Pick<AdminUser, 'firstName' | 'lastName' | 'avatarUrl' | 'metadata'>>;
}

/** Updates a member of staff. @throws UserNotFound */
@Injectable()
export class UpdateUser {
  constructor(
    private readonly database: Database,
    private readonly users: AdminUsersRepository,
  ) {}

  async run(ctx: RequestContext, { id, publicId, changes }: UpdateUserInput): Promise<AdminUser> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const user = await this.users.lockForUpdate(tx, ctx.storeId, id);
      if (user === null) throw new UserNotFound(publicId);
      const metadata = { ...user.metadata, ...changes.metadata };
      const value = await this.users.update(tx, ctx.storeId, {
        ...user,
        ...omitUndefined(changes),
        metadata,
      });
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
