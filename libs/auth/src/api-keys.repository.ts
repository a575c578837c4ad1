import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
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
  `SELECT id, store_id AS "storeId", type, title, redacted FROM api_keys
    WHERE token_hash = $1 AND type = $2 AND revoked_at IS NULL`,
);

const INSERT_KEY = sql(
  'insert api key',
  `INSERT INTO api_keys (store_id, id, type, title, token, token_hash, redacted, created_by)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
);

// created_by is an admin's id, or a secret key's.
const DETAILS = `k.id, k.store_id AS "storeId", k.type, k.title, k.redacted, k.token, k.revoked_at AS "revokedAt",
  k.created_by AS "createdBy", k.created_at AS "createdAt", k.updated_at AS "updatedAt",
  EXISTS (SELECT 1 FROM api_keys by WHERE by.store_id = k.store_id AND by.id = k.created_by) AS "isMadeByKey"`;

const READ_KEY = sql('read api key', `SELECT ${DETAILS} FROM api_keys k WHERE k.store_id = $1 AND k.id = $2`);

const PAGE = sql(
  'page of api keys',
  `SELECT ${DETAILS} FROM api_keys k WHERE k.store_id = $1 AND ($2::text IS NULL OR k.type = $2)
    ORDER BY k.id DESC LIMIT $3 OFFSET $4`,
);

const COUNT = sql(
  'count api keys',
  `SELECT count(*)::int AS count FROM api_keys WHERE store_id = $1 AND ($2::text IS NULL OR type = $2)`,
);

const REVOKE_KEY = sql(
  'revoke api key',
  `UPDATE api_keys SET revoked_at = now(), updated_at = now() WHERE store_id = $1 AND id = $2 AND revoked_at IS NULL`,
);

const PUBLISHABLE_OF_STORE = sql(
  'first publishable key of store',
  `SELECT token FROM api_keys WHERE store_id = $1 AND type = 'publishable' AND revoked_at IS NULL ORDER BY id LIMIT 1`,
);

/** A key to be made. */
export interface NewApiKey {
  readonly storeId: string;
  readonly type: ApiKeyType;
  readonly title: string;
  readonly createdBy: string | null;
}

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  async find(token: string, type: ApiKeyType): Promise<ApiKey | null> {
    const [key] = await this.database.query<ApiKey>(FIND_KEY, [hashOfToken(token), type]);
    return key ?? null;
  }

  /** Makes a key; a secret one's token is shown here and never again. */
  async create(
    on: Queryable,
    { storeId, type, title, createdBy }: NewApiKey,
  ): Promise<{ id: string; token: string }> {
    const token = newToken(type);
    const id = newId();
    const clear = type === 'publishable' ? token : null;
    const kept = [clear, hashOfToken(token), redactedToken(token), createdBy];
    await on.query(INSERT_KEY, [storeId, id, type, title, ...kept]);
    return { id, token };
  }

  async read(on: Queryable, storeId: string, id: string): Promise<ApiKeyDetails | null> {
    const [key] = await on.query<ApiKeyDetails>(READ_KEY, [storeId, id]);
    return key ?? null;
  }

  /** Newest first, revoked ones too. */
  async page(storeId: string, type: string | null, { limit, offset }: Paging): Promise<Page<ApiKeyDetails>> {
    const items = await this.database.query<ApiKeyDetails>(PAGE, [storeId, type, limit, offset]);
    const [counted] = await this.database.query<{ count: number }>(COUNT, [storeId, type]);
    return { items, count: counted?.count ?? 0 };
  }

  async revoke(on: Queryable, storeId: string, id: string): Promise<void> {
    await on.query(REVOKE_KEY, [storeId, id]);
  }

  async publishableOf(storeId: string): Promise<string | null> {
    const [row] = await this.database.query<{ token: string }>(PUBLISHABLE_OF_STORE, [storeId]);
    return row?.token ?? null;
  }
}
