import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';
import { newId } from '@tandem/ids';
import { hashOfToken, newToken, redactedToken, type ApiKey, type ApiKeyType } from './api-key';

const FIND_KEY = sql(
  'find api key',
  `SELECT id, store_id AS "storeId", type, title, redacted FROM api_keys
    WHERE token_hash = $1 AND type = $2 AND revoked_at IS NULL`,
);

const INSERT_KEY = sql(
  'insert api key',
  `INSERT INTO api_keys (store_id, id, type, title, token, token_hash, redacted) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
);

const REVOKE_KEY = sql(
  'revoke api key',
  `UPDATE api_keys SET revoked_at = coalesce(revoked_at, now()) WHERE store_id = $1 AND id = $2`,
);

const PUBLISHABLE_OF_STORE = sql(
  'first publishable key of store',
  `SELECT token FROM api_keys WHERE store_id = $1 AND type = 'publishable' AND revoked_at IS NULL ORDER BY id LIMIT 1`,
);

@Injectable()
export class ApiKeysRepository {
  constructor(private readonly database: Database) {}

  async find(token: string, type: ApiKeyType): Promise<ApiKey | null> {
    const [key] = await this.database.query<ApiKey>(FIND_KEY, [hashOfToken(token), type]);
    return key ?? null;
  }

  /** Makes a key; a secret one's token is shown here and never again. */
  async create(storeId: string, type: ApiKeyType, title: string): Promise<{ id: string; token: string }> {
    const token = newToken(type);
    const id = newId();
    const clear = type === 'publishable' ? token : null;
    await this.database.query(INSERT_KEY, [
      storeId,
      id,
      type,
      title,
      clear,
      hashOfToken(token),
      redactedToken(token),
    ]);
    return { id, token };
  }

  async revoke(storeId: string, id: string): Promise<void> {
    await this.database.query(REVOKE_KEY, [storeId, id]);
  }

  async publishableOf(storeId: string): Promise<string | null> {
    const [row] = await this.database.query<{ token: string }>(PUBLISHABLE_OF_STORE, [storeId]);
    return row?.token ?? null;
  }
}
