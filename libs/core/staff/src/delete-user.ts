import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { EndAllLogins } from '@tandem/logins';
import { AdminUsersRepository } from './admin-users.repository';
import { InvitesRepository } from './invites/invites.repository';
import { LockCallingAdmin } from './lock-calling-admin';
import { UserDeletesItself, UserNotFound } from './staff.errors';

export interface UserRef {
  /** UUID. */
  readonly id: string;
  /** The id as the caller wrote it. */
  readonly publicId: string;
}

/**
 * Deletes a member of staff: the account, its tokens and cookies, and the open invitations that they sent or received.
 * API keys belong to the store and stay. Returns the id as the caller wrote it.
 * @throws UserDeletesItself, UserNotFound, AdminUnauthorized where the caller was deleted meanwhile
 */
@Injectable()
export class DeleteUser {
  constructor(
    private readonly database: Database,
    private readonly users: AdminUsersRepository,
    private readonly invites: InvitesRepository,
    private readonly endAllLogins: EndAllLogins,
    private readonly callingAdmin: LockCallingAdmin,
  ) {}

  async run(ctx: RequestContext, { id, publicId }: UserRef): Promise<string> {
    if (ctx.caller.id === id) throw new UserDeletesItself();
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      // If two users delete each other at once, one of them must remain.
      await this.callingAdmin.run(tx, ctx, [id]);
      const user = await this.users.delete(tx, ctx.storeId, id);
      if (user === null) throw new UserNotFound(publicId);
      await this.endAllLogins.run(tx, { actor: 'user', storeId: ctx.storeId, id });
      await this.invites.deleteOpenOf(tx, ctx.storeId, user);
      return getOrThrow(await storeResponse(ctx, tx, { value: publicId }));
    });
  }
}
