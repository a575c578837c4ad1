import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { Registrations } from '@tandem/logins';
import type { AdminUser } from '../admin-user';
import { AdminUsersRepository } from '../admin-users.repository';
import { InvitesRepository } from './invites.repository';

export interface AcceptInviteInput {
  readonly token: string;
  /** Null stands for the registered one. */
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/**
 * Creates a user from a registration, if its email was invited. Everything else is refused with one error, so that
 * tokens cannot be guessed. @throws AuthenticationRequired, EmailNotRegistered
 */
@Injectable()
export class AcceptInvite {
  constructor(
    private readonly database: Database,
    private readonly registrations: Registrations,
    private readonly invites: InvitesRepository,
    private readonly users: AdminUsersRepository,
  ) {}

  async run(ctx: RequestContext, { token, email, ...names }: AcceptInviteInput): Promise<AdminUser> {
    const { storeId } = ctx;
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const registration = await this.registrations.redeem(tx, ctx, 'user', email);
      const isInvited = await this.invites.accept(tx, storeId, { token, email: registration.email });
      const value = isInvited
        ? await this.users.insertInvited(tx, storeId, { ...registration, ...names })
        : null;
      if (value === null) throw new AuthenticationRequired();
      return getOrThrow(await storeResponse(ctx, tx, { value }));
    });
  }
}
