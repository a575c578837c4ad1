import { Injectable } from '@nestjs/common';
import type { Page, Paging } from '@tandem/context';
import { Database, readPage, sql } from '@tandem/database';
import type { ProviderVerb } from '@tandem/provider-kit';

const PAGE = sql(
  'page of open provider operations',
  `SELECT id, order_id AS "orderId", session_id AS "sessionId", payment_id AS "paymentId", provider_id AS "providerId", verb,
     amount AS minor, currency, attempts, floor(extract(epoch FROM now() - created_at))::int AS "ageSeconds",
     sent_at AS "sentAt", created_at AS "createdAt"
     FROM provider_operations WHERE store_id = $1 AND state = 'requested' ORDER BY created_at, id LIMIT $2 OFFSET $3`,
);

const COUNT = sql(
  'count open provider operations',
  `SELECT count(*)::int AS count FROM provider_operations WHERE store_id = $1 AND state = 'requested'`,
);

interface Row {
  id: string;
  orderId: string;
  sessionId: string;
  paymentId: string | null;
  providerId: string;
  verb: ProviderVerb;
  minor: bigint;
  currency: string;
  attempts: number;
  ageSeconds: number;
  sentAt: Date;
  createdAt: Date;
}

/** A store's open operations, for staff. */
@Injectable()
export class OpenOperationsRepository {
  constructor(private readonly database: Database) {}

  /** Oldest first. */
  findPage(storeId: string, paging: Paging): Promise<Page<Row>> {
    return readPage<Row>(this.database, { page: PAGE, count: COUNT }, [storeId], paging);
  }
}
