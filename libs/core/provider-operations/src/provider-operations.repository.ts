import { Injectable } from '@nestjs/common';
import { byStore, Database, sql, type Queryable, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { ProviderVerb } from '@tandem/provider-kit';
import {
  isAboutPayment,
  isOfVerb,
  NEVER_RECEIVED,
  type DueOperation,
  type NewOperationOf,
  type OperationOf,
  type PaymentVerb,
  type ProviderOperation,
  type RecordedOutcome,
} from './provider-operation';
import {
  BACK_OFF,
  FIND_DUE,
  LEASE,
  LEASE_DUE,
  LEASE_SECONDS,
  SEND_AGAIN,
  TAKE_OVER,
} from './leases.statement';
import { OPERATION_COLUMNS } from './operation-columns.statement';
import { COLUMN_STATE, operationFrom, type ProviderOperationRow } from './provider-operation.row';

const OPEN = sql(
  'insert provider operation',
  `INSERT INTO provider_operations (store_id, id, order_id, collection_id, session_id, payment_id, provider_id, verb,
     operation_key, amount, currency, details, state, lease_until)
   VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'requested', ${LEASE})
   ON CONFLICT (store_id, operation_key) DO NOTHING RETURNING created_at AS "createdAt"`,
);

const SETTLE = sql(
  'settle provider operation',
  `UPDATE provider_operations SET state = $3, result = $4, settled_at = now()
    WHERE store_id = $1 AND id = $2 AND state = 'requested' AND ($5::int IS NULL OR attempts = $5) RETURNING id`,
);

const FIND = sql(
  'find provider operation',
  `SELECT ${OPERATION_COLUMNS} FROM provider_operations WHERE store_id = $1 AND id = $2`,
);

const FIND_BY_KEY = sql(
  'find provider operation by key',
  `SELECT ${OPERATION_COLUMNS} FROM provider_operations WHERE store_id = $1 AND operation_key = $2`,
);

const FIND_OPEN_OF_SESSION = sql(
  'find open operation of session',
  `SELECT ${OPERATION_COLUMNS} FROM provider_operations
    WHERE store_id = $1 AND session_id = $2 AND state = 'requested' AND payment_id IS NULL`,
);

const OPEN_OF_PAYMENTS = sql(
  'find open operations of payments',
  `SELECT ${OPERATION_COLUMNS} FROM provider_operations WHERE store_id = $1 AND payment_id = ANY($2) AND state = 'requested' ORDER BY id`,
);

// The gateway accepted it but is still processing: the operation stays open.
const STORE_PENDING = sql(
  'store pending outcome of provider operation',
  `UPDATE provider_operations SET result = $3 WHERE store_id = $1 AND id = $2 AND state = 'requested' RETURNING id`,
);

const COUNT_OF_SESSION = sql(
  'count operations of session',
  `SELECT count(*)::int AS count FROM provider_operations WHERE store_id = $1 AND session_id = $2`,
);

type LeasedRow = ProviderOperationRow & { readonly leaseUntil: Date; readonly sentAt: Date };

/** The key of an operation. */
type OperationKey = Pick<ProviderOperation, 'storeId' | 'id'>;

/** An operation's outcome, and whether this call was the first to record it. */
interface Recorded<V extends ProviderVerb> {
  readonly isFirst: boolean;
  readonly outcome: RecordedOutcome<V>;
}

/** Stores operations, so that calls to providers survive a crash. */
@Injectable()
export class ProviderOperationsRepository {
  constructor(private readonly database: Database) {}

  /** Null if the key already has an operation: another process is executing the same request. */
  async insertOpen<V extends ProviderVerb>(
    tx: Tx,
    operation: NewOperationOf<V>,
  ): Promise<OperationOf<V> | null> {
    const { storeId, orderId, collectionId, sessionId, paymentId, providerId, verb, amount } = operation;
    const id = newId();
    const [row] = await tx.query<Pick<ProviderOperation, 'createdAt'>>(OPEN, [
      storeId,
      id,
      orderId,
      collectionId,
      sessionId,
      paymentId,
      providerId,
      verb,
      operation.operationKey,
      amount.minor,
      amount.currency,
      JSON.stringify(operation.details),
    ]);
    if (!row) return null;
    return { ...operation, id, state: 'requested', outcome: null, attempts: 1, createdAt: row.createdAt };
  }

  /**
   * Records the outcome once. A second call gets the first outcome and must apply nothing. `NEVER_RECEIVED` is recorded only if the
   * operation was not sent again since it was leased: otherwise a retry may be at the gateway right now.
   */
  async settle<V extends ProviderVerb>(
    tx: Tx,
    operation: OperationOf<V>,
    outcome: RecordedOutcome<V>,
  ): Promise<Recorded<V>> {
    const { storeId, id, attempts } = operation;
    const expectedAttempts = outcome === NEVER_RECEIVED ? attempts : null;
    const values = [storeId, id, COLUMN_STATE[outcome.status], JSON.stringify(outcome), expectedAttempts];
    return this.recorded(tx, operation, outcome, await tx.query(SETTLE, values));
  }

  /** Stores the result of an operation that is pending at the gateway; `outcome` is not final. */
  async storePending<V extends ProviderVerb>(
    tx: Tx,
    operation: OperationOf<V>,
    outcome: RecordedOutcome<V>,
  ): Promise<Recorded<V>> {
    const { storeId, id } = operation;
    const stored = await tx.query(STORE_PENDING, [storeId, id, JSON.stringify(outcome)]);
    return this.recorded(tx, operation, outcome, stored);
  }

  /** The operation's current outcome; null if it has none yet. */
  async findOutcome<V extends ProviderVerb>(
    operation: OperationOf<V>,
    on: Queryable = this.database,
  ): Promise<RecordedOutcome<V> | null> {
    const { storeId, id, verb } = operation;
    const found = await this.queryOne(on, FIND, [storeId, id]);
    if (found === null || !isOfVerb(found, verb)) throw new Error(`operation ${id} is gone`);
    return found.outcome;
  }

  /** The operation of this verb with this key. */
  async findByKey<V extends ProviderVerb>(
    on: Queryable,
    storeId: string,
    verb: V,
    key: string,
  ): Promise<OperationOf<V> | null> {
    const found = await this.queryOne(on, FIND_BY_KEY, [storeId, key]);
    return found !== null && isOfVerb(found, verb) ? found : null;
  }

  /** The open operation about the session itself, not about its payment. */
  findOpenBySession(on: Queryable, storeId: string, sessionId: string): Promise<ProviderOperation | null> {
    return this.queryOne(on, FIND_OPEN_OF_SESSION, [storeId, sessionId]);
  }

  /** Captures, refunds and cancels in flight. Those with an outcome are pending at the gateway. */
  async findOpenByPayments(
    on: Queryable,
    storeId: string,
    paymentIds: readonly string[],
  ): Promise<ProviderOperation<PaymentVerb>[]> {
    const rows = await on.query<ProviderOperationRow>(OPEN_OF_PAYMENTS, [storeId, paymentIds]);
    return rows.map(operationFrom).filter(isAboutPayment);
  }

  /** The number of the session's next operation. The session must be locked. */
  async countBySession(tx: Tx, storeId: string, sessionId: string): Promise<number> {
    const [row] = await tx.query<{ count: number }>(COUNT_OF_SESSION, [storeId, sessionId]);
    return row?.count ?? 0;
  }

  /** Call before sending an operation again, so that the resolver does not abandon it meanwhile. False: it is settled. */
  async sendAgain({ storeId, id }: OperationKey): Promise<boolean> {
    return (await this.database.query(SEND_AGAIN, [storeId, id])).length > 0;
  }

  /** Postpones the next look-up, for longer the older the operation is: a bank may take days, and other operations are waiting. */
  async backOff({ storeId, id, attempts }: ProviderOperation): Promise<void> {
    await this.database.query(BACK_OFF, [storeId, id, attempts]);
  }

  /** True if the lease of its process has expired: the caller has it now. */
  async takeOverLease({ storeId, id }: OperationKey): Promise<boolean> {
    return (await this.database.query(TAKE_OVER, [storeId, id])).length > 0;
  }

  /**
   * Leases at most `limit` open operations whose lease has expired; no two processes get the same. Only for providers
   * registered in this process: another may run other plugins.
   */
  async leaseDue(limit: number, providerIds: readonly string[]): Promise<DueOperation[]> {
    const found = await this.database.query<OperationKey>(FIND_DUE, [limit, providerIds]);
    const due: DueOperation[] = [];
    for (const [storeId, ofStore] of byStore(found)) {
      const ids = ofStore.map(({ id }) => id);
      due.push(...(await this.database.query<LeasedRow>(LEASE_DUE, [storeId, ids])).map(dueFrom));
    }
    return due;
  }

  /** `written` is empty if another process was first: then its outcome counts. */
  private async recorded<V extends ProviderVerb>(
    tx: Tx,
    operation: OperationOf<V>,
    outcome: RecordedOutcome<V>,
    written: readonly unknown[],
  ): Promise<Recorded<V>> {
    if (written.length > 0) return { isFirst: true, outcome };
    return { isFirst: false, outcome: (await this.findOutcome(operation, tx)) ?? outcome };
  }

  private async queryOne(
    on: Queryable,
    statement: typeof FIND,
    values: unknown[],
  ): Promise<ProviderOperation | null> {
    const [row] = await on.query<ProviderOperationRow>(statement, values);
    return row ? operationFrom(row) : null;
  }
}

/** The lease began just now, so its end gives the database's current time. */
function dueFrom({ leaseUntil, sentAt, ...row }: LeasedRow): DueOperation {
  const sentSecondsAgo = (leaseUntil.getTime() - sentAt.getTime()) / 1000 - LEASE_SECONDS;
  return { operation: operationFrom(row), sentSecondsAgo };
}
