import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { sql, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';

// Spree's: 30 days, then one logs in again.
const EXPIRY = `now() + interval '30 days'`;

// A client that lost the answer sends the token again within seconds; a thief comes later.
const GRACE = `interval '10 seconds'`;

const INSERT = sql(
  'insert refresh token',
  `INSERT INTO refresh_tokens (store_id, id, customer_id, family, token_hash, expires_at)
   VALUES ($1, $2, $3, $4, $5, ${EXPIRY})`,
);

const OWNER = sql(
  'find owner of refresh token',
  `SELECT customer_id AS "customerId", family FROM refresh_tokens WHERE store_id = $1 AND token_hash = $2`,
);

const FIND = sql(
  'find refresh token',
  `SELECT id, family, expires_at > now() AND revoked_at IS NULL AS "isAlive",
     used_at IS NOT NULL AND used_at < now() - ${GRACE} AS "isSpent"
   FROM refresh_tokens WHERE store_id = $1 AND token_hash = $2`,
);

const USE = sql(
  'use refresh token',
  `UPDATE refresh_tokens SET used_at = now() WHERE store_id = $1 AND id = $2 AND used_at IS NULL`,
);

const REVOKE_FAMILY = sql(
  'revoke refresh tokens of family',
  `UPDATE refresh_tokens SET revoked_at = now() WHERE store_id = $1 AND family = $2 AND revoked_at IS NULL`,
);

const REVOKE_ALL = sql(
  'revoke refresh tokens of customer',
  `UPDATE refresh_tokens SET revoked_at = now() WHERE store_id = $1 AND customer_id = $2 AND revoked_at IS NULL`,
);

export interface RefreshToken {
  readonly id: string;
  /** All that came of one login, whose id it is. */
  readonly family: string;
  /** Neither too old nor revoked. */
  readonly isAlive: boolean;
  /** Used before, and not just now. */
  readonly isSpent: boolean;
}

/**
 * Only a token's SHA-256 is kept: a copy of the table logs nobody in.
 * Whoever issues, uses or revokes one holds the customer's lock: an UPDATE sees no token that is being issued beside it.
 */
@Injectable()
export class RefreshTokensRepository {
  async insert(
    tx: Tx,
    storeId: string,
    of: { customerId: string; family: string; token: string },
  ): Promise<void> {
    await tx.query(INSERT, [storeId, newId(), of.customerId, of.family, hash(of.token)]);
  }

  /** Whose lock is to be held before the token is looked at, and of which login it came. */
  async ownerOf(
    tx: Tx,
    storeId: string,
    token: string,
  ): Promise<{ readonly customerId: string; readonly family: string } | null> {
    const [row] = await tx.query<{ customerId: string; family: string }>(OWNER, [storeId, hash(token)]);
    return row ?? null;
  }

  async find(tx: Tx, storeId: string, token: string): Promise<RefreshToken | null> {
    const [row] = await tx.query<RefreshToken>(FIND, [storeId, hash(token)]);
    return row ?? null;
  }

  async use(tx: Tx, storeId: string, { id }: RefreshToken): Promise<void> {
    await tx.query(USE, [storeId, id]);
  }

  async revokeFamily(tx: Tx, storeId: string, family: string): Promise<void> {
    await tx.query(REVOKE_FAMILY, [storeId, family]);
  }

  async revokeAll(tx: Tx, storeId: string, customerId: string): Promise<void> {
    await tx.query(REVOKE_ALL, [storeId, customerId]);
  }
}

function hash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
