import { Injectable } from '@nestjs/common';
import { accessScopeValues, type RequestContext } from '@tandem/context';
import { Database, mustChange, sql, type Queryable, type Statement, type Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { scopeFilter, type OrderRef } from '@tandem/orders';
import type { GatewayAccount } from '@tandem/payment-methods';
import type { PaymentVerb } from '@tandem/provider-operations';
import type { Payment } from './payment';
import { paymentColumns } from './payment-columns.statement';
import { paymentFrom, type PaymentRow } from './payment.row';
import { ADD, RELEASE, RESERVE, REVERSE_REFUND } from './ledger/payment-totals.statement';
import { PAYMENT } from './payment.states';

const SELECT = `SELECT ${paymentColumns()} FROM payments`;

const FIND_PAYMENT = sql('find payment', `${SELECT} WHERE store_id = $1 AND id = $2`);

const FIND_OF_ORDER = sql(
  'find payment of order',
  `SELECT ${paymentColumns('p')} FROM payments p JOIN orders o ON o.store_id = p.store_id AND o.id = p.order_id
    WHERE p.store_id = $1 AND p.id = $2 AND (o.id = $3 OR o.number = $4) AND ${scopeFilter(5)}`,
);

const LOCK_PAYMENT = sql('lock payment', `${SELECT} WHERE store_id = $1 AND id = $2 FOR NO KEY UPDATE`);

const PAYMENTS_OF_COLLECTIONS = sql(
  'find payments of collections',
  `${SELECT} WHERE store_id = $1 AND collection_id = ANY($2) ORDER BY id`,
);

const CAPTURING_OF_COLLECTIONS = sql(
  'sum pending captures of collections',
  `SELECT coalesce(sum(capturing), 0)::bigint AS capturing FROM payments WHERE store_id = $1 AND collection_id = ANY($2)`,
);

const FIND_OF_SESSION = sql('find payment of session', `${SELECT} WHERE store_id = $1 AND session_id = $2`);

// In any store of the gateway account.
const FIND_BY_REFERENCE = sql(
  'find payment by reference',
  `${SELECT} WHERE store_id = ANY($1) AND provider_id = ANY($2) AND reference = $3 AND payment_method_id = ANY($4)
    ORDER BY id LIMIT 1`,
);

/** A cancel of an authorized payment cancels it; after a partial capture it releases the rest. */
function statesThat(verb: PaymentVerb): string[] {
  return verb === 'cancel'
    ? [...PAYMENT.statesThat('cancel'), ...PAYMENT.statesThat('release')]
    : PAYMENT.statesThat(verb);
}

/** The primary key of a payment. */
type PaymentKey = Pick<Payment, 'storeId' | 'id'>;

@Injectable()
export class PaymentsRepository {
  constructor(private readonly database: Database) {}

  findById(storeId: string, id: string, on: Queryable = this.database): Promise<Payment | null> {
    return this.queryOne(on, FIND_PAYMENT, [storeId, id]);
  }

  /** A payment of an order the caller may access. */
  findInOrder(
    { storeId, caller }: Pick<RequestContext, 'storeId' | 'caller'>,
    id: string,
    order: OrderRef,
  ): Promise<Payment | null> {
    const named = 'id' in order ? [order.id, null] : [null, order.number];
    return this.queryOne(this.database, FIND_OF_ORDER, [
      storeId,
      id,
      ...named,
      ...accessScopeValues(caller.scope),
    ]);
  }

  lockForUpdate(tx: Tx, storeId: string, id: string): Promise<Payment | null> {
    return this.queryOne(tx, LOCK_PAYMENT, [storeId, id]);
  }

  findBySession(on: Queryable, storeId: string, sessionId: string): Promise<Payment | null> {
    return this.queryOne(on, FIND_OF_SESSION, [storeId, sessionId]);
  }

  /** The payment with this charge id at the gateway. */
  findByReference(on: Queryable, account: GatewayAccount, reference: string): Promise<Payment | null> {
    const { storeIds, providerIds, methodIds } = account;
    return this.queryOne(on, FIND_BY_REFERENCE, [storeIds, providerIds, reference, methodIds]);
  }

  async findByCollections(
    on: Queryable,
    storeId: string,
    collectionIds: readonly string[],
  ): Promise<Payment[]> {
    return (await on.query<PaymentRow>(PAYMENTS_OF_COLLECTIONS, [storeId, collectionIds])).map(paymentFrom);
  }

  /** The summed amounts of captures and cancellations in flight of these collections' payments. */
  async sumBeingCaptured(tx: Tx, storeId: string, collectionIds: readonly string[]): Promise<bigint> {
    const [row] = await tx.query<{ capturing: bigint }>(CAPTURING_OF_COLLECTIONS, [storeId, collectionIds]);
    return row?.capturing ?? 0n;
  }

  /** Reserves `amount` before the call. Null if it is no longer left. */
  reserve(tx: Tx, verb: PaymentVerb, payment: Payment, amount: Money): Promise<Payment | null> {
    const { storeId, id } = payment;
    return this.queryOne(tx, RESERVE[verb], [storeId, id, amount.minor, statesThat(verb)]);
  }

  /** Releases a reservation after a decline. */
  release(tx: Tx, verb: PaymentVerb, { storeId, id }: PaymentKey, amount: Money): Promise<Payment> {
    return this.updateOne(tx, RELEASE[verb], [storeId, id, amount.minor]);
  }

  /** Adds to the captured, refunded or canceled total of the payment and its collection; `reserved` of it was reserved before. */
  add(
    tx: Tx,
    verb: PaymentVerb,
    { storeId, collectionId, id }: PaymentKey & Pick<Payment, 'collectionId'>,
    { amount, reserved }: { readonly amount: Money; readonly reserved: Money },
  ): Promise<Payment> {
    const states = [statesThat(verb), PAYMENT.target(verb)];
    return this.updateOne(tx, ADD[verb], [
      storeId,
      id,
      amount.minor,
      ...states,
      reserved.minor,
      collectionId,
    ]);
  }

  /** Subtracts a refund that was returned by the bank. */
  reverseRefund(tx: Tx, { storeId, id }: PaymentKey, amount: Money): Promise<Payment> {
    return this.updateOne(tx, REVERSE_REFUND, [storeId, id, amount.minor]);
  }

  /** The payment's state allows the change: its reservation or its lock guarantees that. */
  private async updateOne(tx: Tx, statement: Statement, values: unknown[]): Promise<Payment> {
    return mustChange(await this.queryOne(tx, statement, values), statement.name);
  }

  private async queryOne(on: Queryable, statement: Statement, values: unknown[]): Promise<Payment | null> {
    const [row] = await on.query<PaymentRow>(statement, values);
    return row ? paymentFrom(row) : null;
  }
}
