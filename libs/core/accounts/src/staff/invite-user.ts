import { Injectable } from '@nestjs/common';
import { answer, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { UserExists } from '../accounts.errors';
import { CredentialsRepository } from '../logins/credentials.repository';
import type { Invite } from './invite';
import { InvitesRepository } from './invites.repository';
import { LockCallingAdmin } from './lock-calling-admin';

/** An invitation just made, with the token that nobody is shown again. */
export type NewInvite = Invite & { readonly token?: string };

/**
 * Invites somebody to run the store. The token is in this response alone: what is stored for a retry of the request lacks it.
 * @throws UserExists, AdminUnauthorized where the caller was deleted meanwhile
 */
@Injectable()
export class InviteUser {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly invites: InvitesRepository,
    private readonly callingAdmin: LockCallingAdmin,
  ) {}

  async run(ctx: RequestContext, input: Pick<Invite, 'email' | 'metadata'>): Promise<NewInvite> {
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      await this.callingAdmin.run(tx, ctx);
      if (await this.credentials.findByEmail(tx, 'user', ctx.storeId, input.email))
        throw new UserExists(input.email);
      const { invite, token } = await this.invites.insert(tx, ctx.storeId, {
        ...input,
        createdBy: ctx.caller.id,
      });
      await answer(ctx, tx, { value: invite });
      return { ...invite, token };
    });
  }
}
