import { Injectable } from '@nestjs/common';
import { sql, type Queryable } from '@tandem/database';
import type { GatewayAccount } from '@tandem/payment-methods';
import type { PaymentSession } from '../payment-session';
import { sessionFrom, type SessionRow } from '../payment-session.row';

const FIND = sql(
  'find payment session of gateway account',
  `SELECT to_jsonb(s) AS session FROM payment_sessions s
    WHERE store_id = ANY($1) AND provider_id = ANY($2) AND external_id = $3 AND payment_method_id = ANY($4) ORDER BY id LIMIT 1`,
);

/** Finds sessions by the gateway's id. */
@Injectable()
export class GatewaySessionsRepository {
  /** The session with this gateway id in any store of the account. */
  async findByExternalId(
    on: Queryable,
    account: GatewayAccount,
    externalId: string,
  ): Promise<PaymentSession | null> {
    const { storeIds, providerIds, methodIds } = account;
    const values = [storeIds, providerIds, externalId, methodIds];
    const [row] = await on.query<{ session: SessionRow }>(FIND, values);
    return row ? sessionFrom(row.session) : null;
  }
}
