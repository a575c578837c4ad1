import { Injectable } from '@nestjs/common';
import type { Audience, TokenOwner } from '@tandem/auth';
import { Database, sql, type Statement } from '@tandem/database';
import { TABLE, type Actor } from '../account';
import type { PasswordTime } from '../passwords/same-password';

/** The current state of an account and a login. */
export interface LoginState extends PasswordTime {
  readonly isEnded: boolean;
}

/** `accounts` selects the password_changed_at of account $2 in store $1. */
const stateOf = (name: string, accounts: string): Statement =>
  sql(
    `find login state of ${name}`,
    `SELECT account.password_changed_at AS "passwordChangedAt",
       EXISTS (SELECT 1 FROM ended_logins WHERE store_id = $1 AND id = $3) AS "isEnded"
     FROM (${accounts}) account LIMIT 1`,
  );

const accountOf = (actor: Actor): string =>
  `SELECT password_changed_at FROM ${TABLE[actor]} WHERE store_id = $1 AND id = $2`;

// A registration becomes an account with the same id, and its JWT stays valid for it.
const accountOrRegistrationOf = (actor: Actor): string =>
  `${accountOf(actor)} UNION ALL SELECT NULL::timestamptz FROM registrations
    WHERE store_id = $1 AND id = $2 AND actor = '${actor}' AND expires_at > now()`;

const STATE = {
  store: stateOf('customer', accountOf('customer')),
  admin: stateOf('user', accountOf('user')),
  'customer registration': stateOf('customer registration', accountOrRegistrationOf('customer')),
  'user registration': stateOf('user registration', accountOrRegistrationOf('user')),
} satisfies Record<Audience, Statement>;

@Injectable()
export class ActiveLoginsRepository {
  constructor(private readonly database: Database) {}

  /** Null where the account does not exist. */
  async findState(audience: Audience, { storeId, id, loginId }: TokenOwner): Promise<LoginState | null> {
    const [state] = await this.database.query<LoginState>(STATE[audience], [storeId, id, loginId]);
    return state ?? null;
  }
}
