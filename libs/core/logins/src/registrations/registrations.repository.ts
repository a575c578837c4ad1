import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { AccountRef, Actor } from '../account';

/** Email and password of an account that has not been created yet. */
export interface Registration {
  /** Becomes the account's id. */
  readonly id: string;
  /** Lower case. */
  readonly email: string;
  readonly hash: string;
}

// An account that is not created within a day has to be registered again.
const EXPIRY = `now() + interval '24 hours'`;

const COLUMNS = 'id, email, password_hash AS hash';
const MATCH = `store_id = $1 AND actor = $2 AND id = $3 AND expires_at > now()`;

// An open registration is never replaced: a second person with the email must not take over the first one's.
const INSERT = sql(
  'insert registration',
  `INSERT INTO registrations AS r (store_id, actor, id, email, password_hash, expires_at)
   VALUES ($1, $2, $3, lower($4), $5, ${EXPIRY})
   ON CONFLICT (store_id, actor, email) DO UPDATE
     SET id = excluded.id, password_hash = excluded.password_hash, expires_at = excluded.expires_at,
       created_at = excluded.created_at
     WHERE r.expires_at < excluded.created_at
   RETURNING id`,
);

const FIND = sql('find registration', `SELECT ${COLUMNS} FROM registrations WHERE ${MATCH}`);

const FIND_BY_EMAIL = sql(
  'find registration by email',
  `SELECT ${COLUMNS} FROM registrations
    WHERE store_id = $1 AND actor = $2 AND email = lower($3) AND expires_at > now()`,
);

const USE = sql('redeem registration', `DELETE FROM registrations WHERE ${MATCH} RETURNING ${COLUMNS}`);

@Injectable()
export class RegistrationsRepository {
  /** Null where the email is registered already. */
  async insert(
    tx: Tx,
    actor: Actor,
    storeId: string,
    { email, hash }: { email: string; hash: string },
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(INSERT, [storeId, actor, newId(), email, hash]);
    return row?.id ?? null;
  }

  async findById(on: Queryable, { actor, storeId, id }: AccountRef): Promise<Registration | null> {
    const [found] = await on.query<Registration>(FIND, [storeId, actor, id]);
    return found ?? null;
  }

  async findByEmail(
    on: Queryable,
    actor: Actor,
    storeId: string,
    email: string,
  ): Promise<Registration | null> {
    const [found] = await on.query<Registration>(FIND_BY_EMAIL, [storeId, actor, email]);
    return found ?? null;
  }

  /** Deletes and returns it, once. Null where it never existed, has expired, or has been used. */
  async redeem(tx: Tx, { actor, storeId, id }: AccountRef): Promise<Registration | null> {
    const [used] = await tx.query<Registration>(USE, [storeId, actor, id]);
    return used ?? null;
  }
}
