import { Injectable } from '@nestjs/common';
import { AdminUnauthorized, LoginSessions } from '@tandem/auth';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { UserDeletesItself, UserNotFound } from './accounts.errors';
import { AdminsRepository } from './admins.repository';
import { InvitesRepository } from './invites.repository';

export interface UserRef {
  /** Null for a malformed id. */
  readonly id: string | null;
  readonly shownId: string;
}

/**
 * Locks a member of staff out for good: the account, its tokens, its cookies and every invitation of the store that is
 * still open, for they may have made it. API keys belong to the store and stay. The value is the id as the caller spelled it.
 * @throws UserDeletesItself, UserNotFound, AdminUnauthorized where the caller was deleted meanwhile
 */
@Injectable()
export class DeleteUser {
  constructor(
    private readonly database: Database,
    private readonly admins: AdminsRepository,
    private readonly invites: InvitesRepository,
    private readonly sessions: LoginSessions,
  ) {}

  async run(ctx: RequestContext, { id, shownId }: UserRef): Promise<string> {
    if (id === null) throw new UserNotFound(shownId);
    if (ctx.caller.id === id) throw new UserDeletesItself();
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.checkCaller(tx, ctx, id);
      const user = await this.admins.delete(tx, ctx.storeId, id);
      if (user === null) throw new UserNotFound(shownId);
      await this.sessions.endAll(tx, ctx.storeId, id);
      await this.invites.deleteOpen(tx, ctx.storeId);
      return unwrap(await answer(ctx, tx, { value: shownId }));
    });
  }

  /** Of two who delete each other at once, the second is gone before they can: somebody is left to run the store. */
  private async checkCaller(tx: Tx, { storeId, caller }: RequestContext, id: string): Promise<void> {
    if (caller.kind !== 'admin' || caller.id === null) return;
    const locked = await this.admins.lockAll(tx, storeId, [caller.id, id]);
    if (!locked.includes(caller.id)) throw new AdminUnauthorized();
  }
}
