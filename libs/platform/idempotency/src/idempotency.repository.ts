import { Injectable } from '@nestjs/common';
import { Database, sql, sweep, sweepOf, type Queryable } from '@tandem/database';

/** Identifies a key and its owner. */
export interface KeyId {
  readonly storeId: string;
  readonly principal: string;
  readonly keyHash: Buffer;
}

/**
 * A stored response is one of two: the sealed read model or error that it is serialized from (column `snapshot`), or the text of its
 * body (errors of malformed requests, and everything stored before read models existed).
 */
export type StoredResponse = { readonly status: number } & (
  | { readonly model: string; readonly body?: undefined }
  | { readonly body: string; readonly model?: undefined }
);

export interface KeyRow {
  fingerprint: Buffer;
  state: 'running' | 'done';
  leaseIsOver: boolean;
  status: number;
  body: string | null;
  snapshot: string | null;
}

// A live process renews its lease every third of this. A dead one is taken over within it: less than a duplicate waits (10 s), so
// the first retry after a crash succeeds.
export const LEASE_SECONDS = 6;

// 24 hours: what Spree's reference promises, and Stripe's minimum.
const EXPIRY = `now() + interval '24 hours'`;
const LEASE = `now() + interval '${LEASE_SECONDS} seconds'`;
const BY_KEY = 'store_id = $1 AND principal = $2 AND key_hash = $3';
const OWN_CLAIM = `${BY_KEY} AND state = 'running' AND fence = $4`;

const CLAIM = sql(
  'claim idempotency key',
  `INSERT INTO idempotency_keys AS k (store_id, principal, key_hash, fingerprint, state, fence, lease_until, expires_at)
   VALUES ($1, $2, $3, $4, 'running', $5, ${LEASE}, ${EXPIRY})
   ON CONFLICT (store_id, principal, key_hash) DO UPDATE
     SET fingerprint = excluded.fingerprint, state = 'running', fence = excluded.fence,
         lease_until = excluded.lease_until, status = NULL, body = NULL, snapshot = NULL, created_at = excluded.created_at,
         expires_at = excluded.expires_at
     WHERE k.expires_at < excluded.created_at
   RETURNING fence`,
  // Repeats of a request wait for the transaction that claimed the key.
  3,
);

const TAKE_OVER = sql(
  'take over idempotency key',
  `UPDATE idempotency_keys SET fence = $4, lease_until = ${LEASE}
    WHERE ${BY_KEY} AND state = 'running' AND lease_until < now() RETURNING fence`,
);

const RENEW = sql(
  'renew idempotency lease',
  `UPDATE idempotency_keys SET lease_until = ${LEASE} WHERE ${OWN_CLAIM} RETURNING fence`,
);

const STORE_RESPONSE = sql(
  'store response of idempotency key',
  `UPDATE idempotency_keys SET state = 'done', fence = NULL, lease_until = NULL, status = $5, body = $6, snapshot = $7
    WHERE ${OWN_CLAIM} RETURNING state`,
);

const STORE_REFUSAL = sql(
  'store refusal of idempotency key',
  `INSERT INTO idempotency_keys AS k (store_id, principal, key_hash, fingerprint, state, status, body, snapshot, expires_at)
   VALUES ($1, $2, $3, $4, 'done', $5, $6, $7, ${EXPIRY})
   ON CONFLICT (store_id, principal, key_hash) DO UPDATE
     SET fingerprint = excluded.fingerprint, state = 'done', fence = NULL, lease_until = NULL, status = excluded.status,
         body = excluded.body, snapshot = excluded.snapshot, created_at = excluded.created_at,
         expires_at = excluded.expires_at
     WHERE k.expires_at < excluded.created_at
   RETURNING state`,
);

const FREE = sql('release idempotency key', `DELETE FROM idempotency_keys WHERE ${OWN_CLAIM}`);

const END_LEASE = sql(
  'end idempotency lease',
  `UPDATE idempotency_keys SET lease_until = now() - interval '1 second' WHERE ${OWN_CLAIM}`,
);

const FIND = sql(
  'find idempotency key',
  `SELECT fingerprint, state, lease_until < now() AS "leaseIsOver", status, body, snapshot
     FROM idempotency_keys WHERE ${BY_KEY} AND expires_at >= now()`,
);

const SWEEP = sweepOf('idempotency_keys', 'expires_at');

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  /** For statements that are their own transaction. */
  get pool(): Queryable {
    return this.database;
  }

  /** False when the key is claimed. An expired row does not count. */
  async claim(on: Queryable, key: KeyId, fingerprint: Buffer, claimToken: string): Promise<boolean> {
    return (await on.query(CLAIM, [...id(key), fingerprint, claimToken])).length > 0;
  }

  /** Takes over a running request whose process died or stalled. False while its lease is valid. */
  async takeOver(key: KeyId, claimToken: string): Promise<boolean> {
    return (await this.database.query(TAKE_OVER, [...id(key), claimToken])).length > 0;
  }

  async renew(key: KeyId, claimToken: string): Promise<boolean> {
    return (await this.database.query(RENEW, [...id(key), claimToken])).length > 0;
  }

  /** False when another process has taken over and replaced our claim token. */
  async storeResponse(
    on: Queryable,
    key: KeyId,
    claimToken: string,
    { status, body, model }: StoredResponse,
  ): Promise<boolean> {
    const values = [...id(key), claimToken, status, body ?? null, model ?? null];
    return (await on.query(STORE_RESPONSE, values)).length > 0;
  }

  /** Stores the error of a request that claimed nothing because it changed nothing. False when the key is claimed. */
  async storeRefusal(
    key: KeyId,
    fingerprint: Buffer,
    { status, body, model }: StoredResponse,
  ): Promise<boolean> {
    const values = [...id(key), fingerprint, status, body ?? null, model ?? null];
    return (await this.database.query(STORE_REFUSAL, values)).length > 0;
  }

  async free(key: KeyId, claimToken: string): Promise<void> {
    await this.database.query(FREE, [...id(key), claimToken]);
  }

  /** Ends only the lease: a retry of the same request, and no other, takes the key over. */
  async endLease(key: KeyId, claimToken: string): Promise<void> {
    await this.database.query(END_LEASE, [...id(key), claimToken]);
  }

  async findByKey(key: KeyId): Promise<KeyRow | null> {
    const [row] = await this.database.query<KeyRow>(FIND, id(key));
    return row ?? null;
  }

  /** Deletes about `limit` expired rows; returns how many. */
  sweep(limit: number): Promise<number> {
    return sweep(this.database, SWEEP, limit);
  }
}

function id({ storeId, principal, keyHash }: KeyId): [string, string, Buffer] {
  return [storeId, principal, keyHash];
}
