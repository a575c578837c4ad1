import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { InviteNotFound } from '../staff.errors';
import { InvitesRepository } from './invites.repository';

/** Deletes an invitation: its token is void. Returns the id as the caller wrote it. @throws InviteNotFound */
@Injectable()
export class DeleteInvite {
  constructor(
    private readonly database: Database,
    private readonly invites: InvitesRepository,
  ) {}

  async run(ctx: RequestContext, { id, publicId }: { id: string; publicId: string }): Promise<string> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const isDeleted = await this.invites.delete(tx, ctx.storeId, id);
      if (!isDeleted) throw new InviteNotFound(publicId);
      return getOrThrow(await storeResponse(ctx, tx, { value: publicId }));
    });
  }
}
