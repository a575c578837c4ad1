import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { RefreshToken } from './refresh-token';

// As Spree's: 30 days, then a new login.
const EXPIRY = `now() + interval '30 days'`;

// A client that lost the response sends the token again within seconds; a thief comes later.
const GRACE = `interval '10 seconds'`;

const INSERT = sql(
  'insert refresh token',
  `INSERT INTO refresh_tokens (store_id, id, customer_id, family, token_hash, expires_at)
   VALUES ($1, $2, $3, $4, $5, ${EXPIRY})`,
);

const OWNER = sql(
  'find owner of refresh token',
  `SELECT customer_id AS "customerId", family AS "loginId" FROM refresh_tokens
    WHERE store_id = $1 AND token_hash = $2`,
);

const FIND = sql(
  'find refresh token',
  `SELECT id, family AS "loginId", expires_at > now() AND revoked_at IS NULL AS "isValid",
     used_at IS NOT NULL AND used_at < now() - ${GRACE} AS "isReused"
   FROM refresh_tokens WHERE store_id = $1 AND token_hash = $2`,
);

const MARK_USED = sql(
  'mark refresh token used',
  `UPDATE refresh_tokens SET used_at = now() WHERE store_id = $1 AND id = $2 AND used_at IS NULL`,
);

const REVOKE_LOGIN = sql(
  'revoke refresh tokens of login',
  `UPDATE refresh_tokens SET revoked_at = now() WHERE store_id = $1 AND family = $2 AND revoked_at IS NULL`,
);

const REVOKE_ALL = sql(
  'revoke refresh tokens of customer',
  `UPDATE refresh_tokens SET revoked_at = now() WHERE store_id = $1 AND customer_id = $2 AND revoked_at IS NULL`,
);

export interface RefreshTokenOwner {
  readonly customerId: string;
  readonly loginId: string;
}

/**
 * Only the SHA-256 of a token is stored: a copy of the table is no use for logging in. Every method but findOwner needs the
 * customer's lock: an UPDATE does not see a token that is being inserted concurrently.
 */
@Injectable()
export class RefreshTokensRepository {
  async insert(tx: Tx, storeId: string, of: RefreshTokenOwner & { readonly token: string }): Promise<void> {
    await tx.query(INSERT, [storeId, newId(), of.customerId, of.loginId, hash(of.token)]);
  }

  /** Whom to lock before the token is read, and its login. */
  async findOwner(tx: Tx, storeId: string, token: string): Promise<RefreshTokenOwner | null> {
    const [row] = await tx.query<RefreshTokenOwner>(OWNER, [storeId, hash(token)]);
    return row ?? null;
  }

  async findByToken(tx: Tx, storeId: string, token: string): Promise<RefreshToken | null> {
    const [row] = await tx.query<RefreshToken>(FIND, [storeId, hash(token)]);
    return row ?? null;
  }

  async markUsed(tx: Tx, storeId: string, { id }: RefreshToken): Promise<void> {
    await tx.query(MARK_USED, [storeId, id]);
  }

  async revokeOfLogin(tx: Tx, storeId: string, loginId: string): Promise<void> {
    await tx.query(REVOKE_LOGIN, [storeId, loginId]);
  }

  async revokeAll(tx: Tx, storeId: string, customerId: string): Promise<void> {
    await tx.query(REVOKE_ALL, [storeId, customerId]);
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
