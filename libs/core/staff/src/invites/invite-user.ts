import { Injectable } from '@nestjs/common';
import { storeResponse, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { AdminUsersRepository } from '../admin-users.repository';
import { LockCallingAdmin } from '../lock-calling-admin';
import { UserExists } from '../staff.errors';
import type { Invite } from './invite';
import { InvitesRepository } from './invites.repository';

/** A new invitation with its token, which no other response contains. */
export type NewInvite = Invite & { readonly token?: string };

/**
 * Invites someone to the staff. Only this response contains the token: the one stored for retries lacks it.
 * @throws UserExists, AdminUnauthorized where the caller was deleted meanwhile
 */
@Injectable()
export class InviteUser {
  constructor(
    private readonly database: Database,
    private readonly users: AdminUsersRepository,
    private readonly invites: InvitesRepository,
    private readonly callingAdmin: LockCallingAdmin,
  ) {}

  async run(ctx: RequestContext, input: Pick<Invite, 'email' | 'metadata'>): Promise<NewInvite> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.callingAdmin.run(tx, ctx);
      if (await this.users.findByEmail(tx, ctx.storeId, input.email)) throw new UserExists(input.email);
      const { invite, token } = await this.invites.insert(tx, ctx.storeId, {
        ...input,
        createdBy: ctx.caller.id,
      });
      await storeResponse(ctx, tx, { value: invite });
      return { ...invite, token };
    });
  }
}
