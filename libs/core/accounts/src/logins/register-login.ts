import { Injectable } from '@nestjs/common';
import { hashPassword, JwtTokens } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { IdentityExists } from '../accounts.errors';
import { CredentialsRepository } from './credentials.repository';
import type { LoginInput } from './log-in-as';
import { RegistrationsRepository } from '../customers/registrations.repository';

/**
 * Registers a login for an account that is yet to be opened: the token to open it with. An email that an account has is
 * refused, also one without a password: whoever only knows the email must not come into what the store keeps of it.
 * @throws IdentityExists
 */
@Injectable()
export class RegisterLogin {
  constructor(
    private readonly database: Database,
    private readonly credentials: CredentialsRepository,
    private readonly registrations: RegistrationsRepository,
    private readonly jwt: JwtTokens,
  ) {}

  async run({ storeId }: RequestContext, { actor, email, password }: LoginInput): Promise<string> {
    const hash = await hashPassword(password);
    const id = await this.database.transaction(async (tx) => {
      if (await this.credentials.findByEmail(tx, actor, storeId, email)) return null;
      return this.registrations.insert(tx, actor, storeId, { email, hash });
    });
    if (id === null) throw new IdentityExists();
    return this.jwt.issue(`${actor} registration`, {
      id,
      storeId,
      passwordChangedAt: null,
      loginId: newId(),
    });
  }
}
