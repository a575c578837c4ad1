import { Injectable } from '@nestjs/common';
import { LoginSessions } from '@tandem/auth';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { UserDeletesItself, UserNotFound } from '../accounts.errors';
import { AdminsRepository } from './admins.repository';
import { InvitesRepository } from './invites.repository';
import { LockCallingAdmin } from './lock-calling-admin';

export interface UserRef {
  /** UUID. */
  readonly id: string;
  /** As the caller wrote it. */
  readonly shownId: string;
}

/**
 * Locks a member of staff out for good: the account, its tokens, its cookies, and the open invitations that they made or
 * were sent. API keys belong to the store and stay. The value is the id as the caller wrote it.
 * @throws UserDeletesItself, UserNotFound, AdminUnauthorized where the caller was deleted meanwhile
 */
@Injectable()
export class DeleteUser {
  constructor(
    private readonly database: Database,
    private readonly admins: AdminsRepository,
    private readonly invites: InvitesRepository,
    private readonly sessions: LoginSessions,
    private readonly callingAdmin: LockCallingAdmin,
  ) {}

  async run(ctx: RequestContext, { id, shownId }: UserRef): Promise<string> {
    if (ctx.caller.id === id) throw new UserDeletesItself();
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      // Of two who delete each other at once, one is left to run the store.
      await this.callingAdmin.run(tx, ctx, [id]);
      const user = await this.admins.delete(tx, ctx.storeId, id);
      if (user === null) throw new UserNotFound(shownId);
      await this.sessions.endAll(tx, ctx.storeId, id);
      await this.invites.deleteOpenOf(tx, ctx.storeId, user);
      return unwrap(await answer(ctx, tx, { value: shownId }));
    });
  }
}
