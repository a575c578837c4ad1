import { Injectable } from '@nestjs/common';
import { accessScopeValues, type AccessScope } from '@tandem/context';
import { Database, sql, type Queryable, type Tx } from '@tandem/database';
import { scopeFilter, type OrderRef } from '@tandem/orders';
import type { ProviderSession } from '@tandem/provider-kit';
import {
  CREATE_SESSIONS,
  type CreateSessionRequest,
  type CreateSessionRow,
} from './create/create-session.statement';
import type { PaymentSession, SessionDetails, SessionRef } from './payment-session';
import {
  sessionDetailsFrom,
  sessionFrom,
  type SessionRow,
  type SessionSnapshot,
} from './payment-session.row';
import { SESSION } from './payment-session.states';
import {
  CAP_EXPIRY,
  detailsFrom,
  OPENED,
  SESSION_NOW,
  TRANSITION,
  TRANSITION_WITH_DETAILS,
  UPDATE_SESSION,
} from './payment-session-updates.statement';

const DETAILS = detailsFrom('payment_sessions');

const OF_ORDER = `${DETAILS}
  JOIN orders o ON o.store_id = s.store_id AND o.id = s.order_id`;

const IN_SCOPE = scopeFilter(5);

const FIND_SESSION = sql(
  'find payment session',
  `${OF_ORDER} WHERE s.store_id = $1 AND s.id = $2 AND (o.id = $3 OR o.number = $4) AND ${IN_SCOPE}`,
);

const FIND_BY_EXTERNAL_ID = sql(
  'find payment session by external id',
  `${OF_ORDER} WHERE s.store_id = $1 AND s.external_id = $2 AND (o.id = $3 OR o.number = $4) AND ${IN_SCOPE}
   ORDER BY s.id LIMIT 1`,
);

const SESSION_DETAILS = sql('find payment session details', `${DETAILS} WHERE s.store_id = $1 AND s.id = $2`);

const LOCK_SESSION = sql(
  'lock payment session',
  `SELECT ${SESSION_NOW} AS session FROM payment_sessions s WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`,
);

const SESSIONS_OF_COLLECTIONS = sql(
  'find payment sessions of collections',
  `SELECT ${SESSION_NOW} AS session FROM payment_sessions s
    WHERE store_id = $1 AND collection_id = ANY($2) AND replaced_at IS NULL ORDER BY id`,
);

/** What a transition also writes. */
export interface TransitionDetails {
  readonly data?: Readonly<Record<string, unknown>>;
  readonly failure?: PaymentSession['failure'];
  /** When it expires; null: when its gateway says so. Left out: unchanged, but an open session always gets an expiry. */
  readonly expiresAt?: Date | null;
}

@Injectable()
export class PaymentSessionsRepository {
  constructor(private readonly database: Database) {}

  /** One row for each session whose order exists and is in the caller's scope. */
  create(
    on: Queryable,
    storeId: string,
    requests: readonly CreateSessionRequest[],
  ): Promise<CreateSessionRow[]> {
    return on.query<CreateSessionRow>(CREATE_SESSIONS, [storeId, JSON.stringify(requests)]);
  }

  /** A session of an order that the caller may access. */
  findByRef(
    storeId: string,
    ref: SessionRef,
    order: OrderRef,
    scope: AccessScope,
  ): Promise<SessionDetails | null> {
    const [statement, named] = 'id' in ref ? [FIND_SESSION, ref.id] : [FIND_BY_EXTERNAL_ID, ref.externalId];
    return this.queryOne(this.database, statement, [
      storeId,
      named,
      ...orderValues(order),
      ...accessScopeValues(scope),
    ]);
  }

  findDetails(on: Queryable, storeId: string, id: string): Promise<SessionDetails | null> {
    return this.queryOne(on, SESSION_DETAILS, [storeId, id]);
  }

  async lockForUpdate(tx: Tx, storeId: string, id: string): Promise<PaymentSession | null> {
    const [row] = await tx.query<{ session: SessionRow }>(LOCK_SESSION, [storeId, id]);
    return row ? sessionFrom(row.session) : null;
  }

  /** The sessions that were not replaced, oldest first. */
  async findByCollections(
    on: Queryable,
    storeId: string,
    collectionIds: readonly string[],
  ): Promise<PaymentSession[]> {
    const rows = await on.query<{ session: SessionRow }>(SESSIONS_OF_COLLECTIONS, [storeId, collectionIds]);
    return rows.map(({ session }) => sessionFrom(session));
  }

  /** The gateway waits for it no longer: the session gets the usual lifetime. */
  async capExpiry(tx: Tx, { storeId, id }: Pick<PaymentSession, 'storeId' | 'id'>): Promise<void> {
    await tx.query(CAP_EXPIRY, [storeId, id]);
  }

  /** False if the session's state does not allow the event: another request was first. */
  async transition(
    tx: Tx,
    session: Pick<PaymentSession, 'storeId' | 'id'>,
    event: Parameters<typeof SESSION.target>[0],
    details: TransitionDetails = {},
  ): Promise<boolean> {
    const rows = await tx.query(TRANSITION, transitionValues(session, event, details));
    return rows.length > 0;
  }

  /** The same; returns the session after it with everything a response shows, or null. */
  transitionWithDetails(
    tx: Tx,
    session: Pick<PaymentSession, 'storeId' | 'id'>,
    event: Parameters<typeof SESSION.target>[0],
    details: TransitionDetails = {},
  ): Promise<SessionDetails | null> {
    return this.queryOne(tx, TRANSITION_WITH_DETAILS, transitionValues(session, event, details));
  }

  /** The gateway has created it, whatever its state here is by now. */
  async storeOpening(
    tx: Tx,
    { storeId, id }: Pick<PaymentSession, 'storeId' | 'id'>,
    { externalId, data }: ProviderSession,
  ): Promise<void> {
    await tx.query(OPENED, [storeId, id, externalId, JSON.stringify(data)]);
  }

  /** Updates a session that is still open; false if it no longer is. */
  async update(tx: Tx, session: PaymentSession): Promise<boolean> {
    const { storeId, id, amount, externalId, data, coversAll, cardId, customerId, context } = session;
    const rows = await tx.query(UPDATE_SESSION, [
      storeId,
      id,
      SESSION.statesThat('submit'),
      amount.minor,
      externalId,
      JSON.stringify(data),
      coversAll,
      cardId,
      customerId,
      JSON.stringify(context),
    ]);
    return rows.length > 0;
  }

  private async queryOne(
    on: Queryable,
    statement: typeof FIND_SESSION,
    values: unknown[],
  ): Promise<SessionDetails | null> {
    const [row] = await on.query<SessionSnapshot>(statement, values);
    return row ? sessionDetailsFrom(row) : null;
  }
}

function transitionValues(
  { storeId, id }: Pick<PaymentSession, 'storeId' | 'id'>,
  event: Parameters<typeof SESSION.target>[0],
  { data = {}, failure, expiresAt }: TransitionDetails,
): unknown[] {
  const states = [SESSION.statesThat(event), SESSION.target(event)];
  const failureJson = failure ? JSON.stringify(failure) : null;
  return [
    storeId,
    id,
    ...states,
    JSON.stringify(data),
    failureJson,
    expiresAt !== undefined,
    expiresAt ?? null,
  ];
}

function orderValues(ref: OrderRef): [string | null, string | null] {
  return 'id' in ref ? [ref.id, null] : [null, ref.number];
}
