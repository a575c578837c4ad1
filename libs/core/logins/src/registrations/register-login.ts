import { Injectable } from '@nestjs/common';
import { hashPassword, JwtTokens } from '@tandem/auth';
import type { RequestContext } from '@tandem/context';
import { Database } from '@tandem/database';
import { newId } from '@tandem/ids';
import { IdentityExists } from '../logins.errors';
import { CredentialsRepository } from '../passwords/credentials.repository';
import { registrationToken } from '../tokens/registration-token';
import type { PasswordLogin } from '../tokens/log-in-with-password';
import { RegistrationsRepository } from './registrations.repository';

/**
 * Registers email and password of a future account; returns the JWT that creates it. An email with an account is refused
 * even if that account has no password: knowing an email must not give access to what is stored for it.
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

  async run({ storeId }: RequestContext, { actor, email, password }: PasswordLogin): Promise<string> {
    const hash = await hashPassword(password);
    const id = await this.database.transaction(async (tx) => {
      if (await this.credentials.findByEmail(tx, actor, storeId, email)) return null;
      return this.registrations.insert(tx, actor, storeId, { email, hash });
    });
    if (id === null) throw new IdentityExists();
    return registrationToken(this.jwt, { actor, storeId, id }, newId());
  }
}
