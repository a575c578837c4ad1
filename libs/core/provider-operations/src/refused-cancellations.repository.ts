import { Injectable } from '@nestjs/common';
import { Database, sql } from '@tandem/database';

const RECENT = sql(
  'find recent refused cancellations',
  `SELECT store_id AS "storeId", id, order_id AS "orderId", session_id AS "sessionId", provider_id AS "providerId",
     details->>'methodId' AS "paymentMethodId", details->'session'->>'externalId' AS "externalId"
     FROM provider_operations
    WHERE verb = 'cancel_session' AND state = 'declined' AND created_at >= now() - make_interval(days => $1) AND id > $2
    ORDER BY id LIMIT $3`,
);

/** An abandoned session that its gateway refused to cancel, mostly because it was paid there. */
export interface RefusedCancellation {
  readonly storeId: string;
  /** The operation's id (UUID). */
  readonly id: string;
  readonly orderId: string;
  readonly sessionId: string;
  readonly providerId: string;
  readonly paymentMethodId: string;
  /** The gateway's id of the session. */
  readonly externalId: string;
}

/** For `tandem reconcile`: the gateway may have money for which there is no payment here. */
@Injectable()
export class RefusedCancellationsRepository {
  constructor(private readonly database: Database) {}

  /** At most `limit` of the last `days` days, across all stores, starting after the operation `after` (UUID). */
  findRecent(days: number, after: string, limit: number): Promise<RefusedCancellation[]> {
    return this.database.query<RefusedCancellation>(RECENT, [days, after, limit]);
  }
}
