import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { InviteNotFound } from '../accounts.errors';
import { InvitesRepository } from './invites.repository';

/** Takes an invitation back: its token is good for nothing. The value is its id as the caller wrote it. @throws InviteNotFound */
@Injectable()
export class WithdrawInvite {
  constructor(
    private readonly database: Database,
    private readonly invites: InvitesRepository,
  ) {}

  async run(ctx: RequestContext, { id, shownId }: { id: string; shownId: string }): Promise<string> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const isGone = await this.invites.delete(tx, ctx.storeId, id);
      if (!isGone) throw new InviteNotFound(shownId);
      return unwrap(await answer(ctx, tx, { value: shownId }));
    });
  }
}
