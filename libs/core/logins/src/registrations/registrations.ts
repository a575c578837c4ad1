import { Injectable } from '@nestjs/common';
import { AuthenticationRequired } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { accountOf } from '../account-of';
import { EmailNotRegistered } from '../logins.errors';
import type { Actor } from '../account';
import { RegistrationsRepository, type Registration } from './registrations.repository';

/** Registered logins, for the libs that create the accounts. */
@Injectable()
export class Registrations {
  constructor(private readonly registrations: RegistrationsRepository) {}

  /**
   * Uses up the caller's registration: it creates one account, with the registered email (null stands for that).
   * @throws AuthenticationRequired, EmailNotRegistered
   */
  async redeem(tx: Tx, ctx: RequestContext, actor: Actor, email: string | null): Promise<Registration> {
    const registration = await this.registrations.redeem(tx, { ...accountOf(ctx), actor });
    if (registration === null) throw new AuthenticationRequired();
    if ((email ?? registration.email).toLowerCase() !== registration.email) throw new EmailNotRegistered();
    return registration;
  }
}
