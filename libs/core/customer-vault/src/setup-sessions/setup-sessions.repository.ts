import { Injectable } from '@nestjs/common';
import { sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import type { GatewayAccount } from '@tandem/payment-methods';
import type { Declined } from '@tandem/provider-kit';
import type { SetupSession } from './setup-session';
import { SETUP_SESSION } from './setup-session.states';

// A setup session past its expiry reads as expired.
const COLUMNS = `store_id AS "storeId", id, customer_id AS "customerId", payment_method_id AS "paymentMethodId",
  provider_id AS "providerId", external_id AS "externalId", client_secret AS "clientSecret", data, card_id AS "cardId",
  CASE WHEN state IN ('pending', 'requires_action') AND expires_at <= now() THEN 'expired' ELSE state END AS state,
  expires_at AS "expiresAt", created_at AS "createdAt", updated_at AS "updatedAt"`;

const FIND = sql(
  'find setup session',
  `SELECT ${COLUMNS} FROM setup_sessions WHERE store_id = $1 AND customer_id = $2 AND id = $3`,
);

// In any of the stores that share the gateway account.
const OF_GATEWAY = sql(
  'find setup session by external id',
  `SELECT ${COLUMNS} FROM setup_sessions
    WHERE store_id = ANY($1) AND provider_id = ANY($2) AND external_id = $3 AND payment_method_id = ANY($4) LIMIT 1`,
);

const LOCK = sql('lock setup session', `${FIND.text} FOR NO KEY UPDATE`);

const INSERT = sql(
  'insert setup session',
  `INSERT INTO setup_sessions (store_id, id, customer_id, payment_method_id, provider_id, state, external_id, client_secret,
     data, expires_at)
   VALUES ($1, $2, $3, $4, $5, 'pending', $6, $7, $8, now() + interval '24 hours')`,
);

const TRANSITION = sql(
  'update setup session state',
  `UPDATE setup_sessions SET state = $4, data = data || $5::jsonb, card_id = $6, failure = $7, updated_at = now()
    WHERE store_id = $1 AND id = $2 AND state = ANY($3)`,
);

export type NewSetupSession = Omit<
  SetupSession,
  'state' | 'cardId' | 'expiresAt' | 'createdAt' | 'updatedAt'
>;

/** Data stored with a transition. */
export interface SetupChange {
  readonly data?: SetupSession['data'];
  readonly cardId?: string;
  readonly failure?: Pick<Declined, 'code' | 'message'>;
}

@Injectable()
export class SetupSessionsRepository {
  /** A setup session of this customer. */
  findById(on: Queryable, storeId: string, customerId: string, id: string): Promise<SetupSession | null> {
    return this.queryOne(on, FIND, [storeId, customerId, id]);
  }

  /** A setup session by the gateway's id. */
  findByExternalId(tx: Tx, account: GatewayAccount, externalId: string): Promise<SetupSession | null> {
    const { storeIds, providerIds, methodIds } = account;
    return this.queryOne(tx, OF_GATEWAY, [storeIds, providerIds, externalId, methodIds]);
  }

  lockForUpdate(tx: Tx, { storeId, customerId, id }: SetupSession): Promise<SetupSession | null> {
    return this.queryOne(tx, LOCK, [storeId, customerId, id]);
  }

  async insert(tx: Tx, setup: NewSetupSession): Promise<void> {
    const { storeId, id, customerId, paymentMethodId, providerId, externalId, clientSecret, data } = setup;
    const base = [storeId, id, customerId, paymentMethodId, providerId];
    await tx.query(INSERT, [...base, externalId, clientSecret, JSON.stringify(data)]);
  }

  /** Does nothing if the state does not allow the event, which then came too late. */
  async transition(
    tx: Tx,
    { storeId, id }: SetupSession,
    event: Parameters<typeof SETUP_SESSION.target>[0],
    { data = {}, cardId, failure }: SetupChange = {},
  ): Promise<void> {
    await tx.query(TRANSITION, [
      storeId,
      id,
      SETUP_SESSION.statesThat(event),
      SETUP_SESSION.target(event),
      JSON.stringify(data),
      cardId ?? null,
      failure ? JSON.stringify(failure) : null,
    ]);
  }

  private async queryOne(
    on: Queryable,
    statement: Statement,
    values: unknown[],
  ): Promise<SetupSession | null> {
    const [setup] = await on.query<SetupSession>(statement, values);
    return setup ?? null;
  }
}
