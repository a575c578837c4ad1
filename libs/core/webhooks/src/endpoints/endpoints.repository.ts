import { Injectable } from '@nestjs/common';
import type { Sealed } from '@tandem/auth';
import type { Page, Paging } from '@tandem/context';
import { Database, readPage, sql, type Queryable, type Tx } from '@tandem/database';
import type { Breaker, BreakerChange } from '../sending/breaker';
import type { WebhookEndpoint } from './endpoint';

const COLUMNS = `store_id AS "storeId", id, url, events, scheme, description, active,
  disabled_reason AS "disabledReason", created_at AS "createdAt", updated_at AS "updatedAt"`;

const FIND = sql(
  'find webhook endpoint',
  `SELECT ${COLUMNS} FROM webhook_endpoints WHERE store_id = $1 AND id = $2`,
);

const LOCK = sql(
  'lock webhook endpoint',
  `SELECT ${COLUMNS}, sealed_secrets AS sealed FROM webhook_endpoints
    WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);

const PAGE = sql(
  'page of webhook endpoints',
  `SELECT ${COLUMNS} FROM webhook_endpoints WHERE store_id = $1 ORDER BY id DESC LIMIT $2 OFFSET $3`,
);

const COUNT = sql(
  'count webhook endpoints',
  `SELECT count(*)::int AS count FROM webhook_endpoints WHERE store_id = $1`,
);

// Locks the endpoints so that none is deleted before its deliveries are written: a payment never fails because of a deletion.
const LISTENING = sql(
  'find listening webhook endpoints',
  `SELECT id, events FROM webhook_endpoints WHERE store_id = $1 AND active ORDER BY id FOR KEY SHARE`,
);

const SAVE = sql(
  'save webhook endpoint',
  `INSERT INTO webhook_endpoints (store_id, id, url, events, scheme, description, active, sealed_secrets)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
   ON CONFLICT (store_id, id) DO UPDATE SET url = excluded.url, events = excluded.events, scheme = excluded.scheme,
     description = excluded.description, active = excluded.active, sealed_secrets = excluded.sealed_secrets,
     failures = 0, held_until = NULL,
     disabled_reason = CASE WHEN excluded.active THEN NULL ELSE webhook_endpoints.disabled_reason END,
     updated_at = excluded.updated_at
   RETURNING ${COLUMNS}`,
);

const REMOVE = sql(
  'remove webhook endpoint',
  `DELETE FROM webhook_endpoints WHERE store_id = $1 AND id = $2`,
);

const SWITCH_OFF = sql(
  'deactivate webhook endpoint',
  `UPDATE webhook_endpoints SET active = false, disabled_reason = $3, updated_at = now()
    WHERE store_id = $1 AND id = $2 AND active`,
);

const LOCK_BREAKER = sql(
  'lock breaker of webhook endpoint',
  `SELECT failures FROM webhook_endpoints WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);

const SET_BREAKER = sql(
  'set breaker of webhook endpoint',
  `UPDATE webhook_endpoints SET failures = $3, held_until = now() + make_interval(secs => $4::int)
    WHERE store_id = $1 AND id = $2`,
);

const SEALED_ALL = sql(
  'find all sealed secrets of webhook endpoints',
  `SELECT store_id AS "storeId", id, sealed_secrets AS sealed FROM webhook_endpoints`,
);

// A concurrent rotation has already sealed the new secrets with the current key.
const RESEAL = sql(
  'reseal secrets of webhook endpoint',
  `UPDATE webhook_endpoints SET sealed_secrets = $4 WHERE store_id = $1 AND id = $2 AND sealed_secrets = $3`,
);

/** An endpoint with its sealed secrets. */
export type StoredEndpoint = WebhookEndpoint & { readonly sealed: Buffer };

export type EndpointToSave = Omit<StoredEndpoint, 'disabledReason' | 'createdAt' | 'updatedAt'>;

@Injectable()
export class WebhookEndpointsRepository {
  constructor(private readonly database: Database) {}

  async findById(
    storeId: string,
    id: string,
    on: Queryable = this.database,
  ): Promise<WebhookEndpoint | null> {
    const [endpoint] = await on.query<WebhookEndpoint>(FIND, [storeId, id]);
    return endpoint ?? null;
  }

  /** Locked until `tx` ends. */
  async lockForUpdate(tx: Tx, storeId: string, id: string): Promise<StoredEndpoint | null> {
    const [endpoint] = await tx.query<StoredEndpoint>(LOCK, [storeId, id]);
    return endpoint ?? null;
  }

  /** Newest first. */
  findPage(storeId: string, paging: Paging): Promise<Page<WebhookEndpoint>> {
    return readPage<WebhookEndpoint>(this.database, { page: PAGE, count: COUNT }, [storeId], paging);
  }

  /** The active endpoints with their event patterns. */
  findListening(tx: Tx, storeId: string): Promise<Pick<WebhookEndpoint, 'id' | 'events'>[]> {
    return tx.query(LISTENING, [storeId]);
  }

  /** Inserts or updates an endpoint and closes its breaker: its owner may have fixed the problem. */
  async save(tx: Tx, endpoint: EndpointToSave): Promise<WebhookEndpoint> {
    const { storeId, id, url, events, scheme, description, active, sealed } = endpoint;
    const values = [storeId, id, url, JSON.stringify(events), scheme, description, active, sealed];
    const [saved] = await tx.query<WebhookEndpoint>(SAVE, values);
    if (!saved) throw new Error(`webhook endpoint ${id} was not saved`);
    return saved;
  }

  /** Deletes the endpoint and its deliveries. */
  async remove(tx: Tx, storeId: string, id: string): Promise<void> {
    await tx.query(REMOVE, [storeId, id]);
  }

  /** Across all stores. */
  findAllSealed(): Promise<Sealed[]> {
    return this.database.query(SEALED_ALL, []);
  }

  async storeResealed({ storeId, id, sealed }: Sealed, resealed: Buffer): Promise<void> {
    await this.database.query(RESEAL, [storeId, id, sealed, resealed]);
  }

  /** Locked until `tx` ends; null where the endpoint was removed. */
  async lockBreaker(tx: Tx, storeId: string, id: string): Promise<Breaker | null> {
    const [breaker] = await tx.query<Breaker>(LOCK_BREAKER, [storeId, id]);
    return breaker ?? null;
  }

  async setBreaker(
    tx: Tx,
    storeId: string,
    id: string,
    { failures, holdSeconds }: BreakerChange,
  ): Promise<void> {
    await tx.query(SET_BREAKER, [storeId, id, failures, holdSeconds]);
  }

  async switchOff(tx: Tx, storeId: string, id: string, reason: string): Promise<void> {
    await tx.query(SWITCH_OFF, [storeId, id, reason]);
  }
}
