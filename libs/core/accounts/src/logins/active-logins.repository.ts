import { Injectable } from '@nestjs/common';
import type { Audience } from '@tandem/auth';
import { Database, sql, type Statement } from '@tandem/database';

/** What an account and a login are now. */
export interface LoginState {
  readonly passwordChangedAt: Date | null;
  readonly isEnded: boolean;
}

/** `accounts` selects the password_changed_at of account $2 in store $1. */
const stateIn = (name: string, accounts: string): Statement =>
  sql(
    `find login state of ${name}`,
    `SELECT account.password_changed_at AS "passwordChangedAt",
       EXISTS (SELECT 1 FROM ended_logins WHERE store_id = $1 AND id = $3) AS "isEnded"
     FROM (${accounts}) account LIMIT 1`,
  );

const CUSTOMER = `SELECT password_changed_at FROM customers WHERE store_id = $1 AND id = $2`;
const USER = `SELECT password_changed_at FROM admin_users WHERE store_id = $1 AND id = $2`;

// A registration becomes an account with its id, and its token stays good for that.
const registered = (account: string, actor: 'customer' | 'user'): string =>
  `${account} UNION ALL SELECT NULL::timestamptz FROM registrations
    WHERE store_id = $1 AND id = $2 AND actor = '${actor}' AND expires_at > now()`;

const STATE = {
  store: stateIn('customer', CUSTOMER),
  admin: stateIn('user', USER),
  'customer registration': stateIn('customer registration', registered(CUSTOMER, 'customer')),
  'user registration': stateIn('user registration', registered(USER, 'user')),
} satisfies Record<Audience, Statement>;

@Injectable()
export class ActiveLoginsRepository {
  constructor(private readonly database: Database) {}

  /** Null where there is no such account. */
  async find(
    audience: Audience,
    of: { storeId: string; id: string; loginId: string | null },
  ): Promise<LoginState | null> {
    const values = [of.storeId, of.id, of.loginId];
    const [state] = await this.database.query<LoginState>(STATE[audience], values);
    return state ?? null;
  }
}
