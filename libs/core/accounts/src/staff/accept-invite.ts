import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { EmailNotRegistered } from '../accounts.errors';
import { accountOf } from '../customers/account-of';
import { AdminsRepository } from './admins.repository';
import type { AdminUser } from '../customers/customer';
import { InvitesRepository } from './invites.repository';
import { RegistrationsRepository, type Registration } from '../customers/registrations.repository';

export interface AcceptInviteInput {
  readonly token: string;
  /** Null, or the one that was registered. */
  readonly email: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

/**
 * Makes a user of whoever was invited and has registered with the email the invitation went to. Anything else about it is
 * one refusal: a token is not to be guessed at. @throws AuthenticationRequired, EmailNotRegistered
 */
@Injectable()
export class AcceptInvite {
  constructor(
    private readonly database: Database,
    private readonly registrations: RegistrationsRepository,
    private readonly invites: InvitesRepository,
    private readonly admins: AdminsRepository,
  ) {}

  async run(ctx: RequestContext, input: AcceptInviteInput): Promise<AdminUser> {
    const { storeId } = ctx;
    const { id } = accountOf(ctx);
    return this.database.transaction(async (tx) => {
      await ctx.idempotency.claim(tx);
      const registration = await this.registrations.use(tx, 'user', storeId, id);
      const value = registration && (await this.become(tx, storeId, registration, input));
      if (value === null) throw new AuthenticationRequired();
      return unwrap(await answer(ctx, tx, { value }));
    });
  }

  /** Null for whoever is not invited, or is a user already. */
  private async become(
    tx: Tx,
    storeId: string,
    registration: Registration,
    { token, email: said, ...names }: AcceptInviteInput,
  ): Promise<AdminUser | null> {
    const { email } = registration;
    if ((said ?? email).toLowerCase() !== email) throw new EmailNotRegistered();
    const isInvited = await this.invites.accept(tx, storeId, { token, email });
    return isInvited ? this.admins.insert(tx, storeId, { ...registration, ...names }) : null;
  }
}
