import { Injectable } from '@nestjs/common';
import { Database, sql, type Queryable } from '@tandem/database';
import { newId } from '@tandem/ids';
import {
  hashOfToken,
  newToken,
  redactedToken,
  type ApiKey,
  type ApiKeyDetails,
  type ApiKeyType,
} from './api-key';

const FIND_KEY = sql(
  'find api key',
  `SELECT id, store_id AS "storeId", type, title, redacted, scopes FROM api_keys
    WHERE token_hash = $1 AND type = $2 AND (revoked_at IS NULL OR revoked_at > now())`,
);

const INSERT_KEY = sql(
  'insert api key',
  `INSERT INTO api_keys (store_id, id, type, title, token, token_hash, redacted, created_by, scopes)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
);

const isKey = (column: string): string =>
  `EXISTS (SELECT 1 FROM api_keys by WHERE by.store_id = k.store_id AND by.id = k.${column})`;

// created_by and revoked_by are the id of an admin or of a secret key, even a deleted one.
export const KEY_DETAILS = `k.id, k.store_id AS "storeId", k.type, k.title, k.redacted, k.scopes, k.token, k.revoked_at AS "revokedAt",
  k.revoked_by AS "revokedBy", k.created_by AS "createdBy", k.created_at AS "createdAt", k.updated_at AS "updatedAt",
  ${isKey('created_by')} AS "isMadeByKey", ${isKey('revoked_by')} AS "isRevokedByKey"`;

const READ_KEY = sql(
  'read api key',
  `SELECT ${KEY_DETAILS} FROM api_keys k WHERE k.store_id = $1 AND k.id = $2 AND k.deleted_at IS NULL`,
);

const RENAME_KEY = sql(
  'rename api key',
  `UPDATE api_keys SET title = $3, updated_at = now() WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL`,
);

// A revocation time can move earlier, never later: staff rely on it. clock_timestamp(), because now() is the start of the
// transaction: the second of two concurrent revocations would see the first one's time as in the future.
const REVOKE_KEY = sql(
  'revoke api key',
  `UPDATE api_keys SET revoked_at = now() + make_interval(secs => $3), revoked_by = $4, updated_at = now()
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL
      AND (revoked_at IS NULL OR revoked_at > clock_timestamp() + make_interval(secs => $3))`,
);

const REVOKE_FORMER = sql(
  'revoke former api keys',
  `UPDATE api_keys SET revoked_at = now(), revoked_by = $4, updated_at = now()
    WHERE store_id = $1 AND type = 'secret' AND id <> $2 AND title ~ $3 AND deleted_at IS NULL
      AND (revoked_at IS NULL OR revoked_at > clock_timestamp())`,
);

const DELETE_KEY = sql(
  'delete api key',
  `UPDATE api_keys SET deleted_at = now(), updated_at = now()
    WHERE store_id = $1 AND id = $2 AND deleted_at IS NULL AND revoked_at <= now() RETURNING id`,
);

const PUBLISHABLE_OF_STORE = sql(
  'find first publishable key of store',
  `SELECT token FROM api_keys WHERE store_id = $1 AND type = 'publishable' AND revoked_at IS NULL
    ORDER BY id LIMIT 1`,
);

/** A key to create. */
export interface NewApiKey {
  readonly storeId: string;
  readonly type: ApiKeyType;
  readonly title: string;
  readonly scopes: readonly string[];
  readonly createdBy: string | null;
}

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  async findByToken(token: string, type: ApiKeyType): Promise<ApiKey | null> {
    const [key] = await this.database.query<ApiKey>(FIND_KEY, [hashOfToken(token), type]);
    return key ?? null;
  }

  /** Creates a key; a secret key's token is only returned here, never again. */
  async create(
    on: Queryable,
    { storeId, type, title, scopes, createdBy }: NewApiKey,
  ): Promise<{ id: string; token: string }> {
    const token = newToken(type);
    const id = newId();
    const clear = type === 'publishable' ? token : null;
    const stored = [clear, hashOfToken(token), redactedToken(token), createdBy, scopes];
    await on.query(INSERT_KEY, [storeId, id, type, title, ...stored]);
    return { id, token };
  }

  async read(on: Queryable, storeId: string, id: string): Promise<ApiKeyDetails | null> {
    const [key] = await on.query<ApiKeyDetails>(READ_KEY, [storeId, id]);
    return key ?? null;
  }

  async rename(on: Queryable, storeId: string, id: string, title: string): Promise<void> {
    await on.query(RENAME_KEY, [storeId, id, title]);
  }

  /** Revokes it in `seconds` from now, by the database's clock. A key that ends sooner stays as it is. */
  async revoke(
    on: Queryable,
    { storeId, id }: { storeId: string; id: string },
    { seconds, by }: { seconds: number; by: string | null },
  ): Promise<void> {
    await on.query(REVOKE_KEY, [storeId, id, seconds, by]);
  }

  /** Revokes at once all secret keys whose titles match, except `currentId`. */
  async revokeFormer(
    on: Queryable,
    storeId: string,
    { currentId, titles, by }: { currentId: string; titles: string; by: string | null },
  ): Promise<void> {
    await on.query(REVOKE_FORMER, [storeId, currentId, titles, by]);
  }

  /** False for a key that does not exist or is not revoked yet. */
  async remove(on: Queryable, storeId: string, id: string): Promise<boolean> {
    return (await on.query(DELETE_KEY, [storeId, id])).length > 0;
  }

  async findPublishableToken(storeId: string): Promise<string | null> {
    const [row] = await this.database.query<{ token: string }>(PUBLISHABLE_OF_STORE, [storeId]);
    return row?.token ?? null;
  }
}
