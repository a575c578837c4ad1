import { Injectable } from '@nestjs/common';
import { ClaimTaken, type CoreError, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import { OrdersReader, OrdersRepository, type Order } from '@tandem/orders';
import {
  AmountExceedsOutstanding,
  AmountNotPositive,
  CollectionsRepository,
} from '@tandem/payment-collections';
import { PaymentMethodNotFound } from '@tandem/payment-methods';
import { OrderDue } from '@tandem/payments';
import { OrderNotPayable } from '../payment-sessions.errors';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import { notFound, type Draft } from './build-session';
import { requestFor, type InsertOptions, type Place } from './create-session-request';
import type { CreateSessionRow } from './create-session.statement';
import { SessionBatches, type BatchedRow } from './session-batches';

/** The order whose collection is now locked. */
export interface LockedTarget {
  readonly order: Order;
  /** Minor units that staff may still collect for a placed order; null for an open order and for shoppers. */
  readonly placedDue: bigint | null;
}

/** The stored response of an inserted session, or why the act must go another way; then nothing was written. */
export type Inserted = { readonly snapshot: string } | { readonly unfit: 'has_money' | 'other_currency' };

/** Inserts a session: in a batch, or inside a transaction that has locked the collection. */
@Injectable()
export class InsertSession {
  constructor(
    private readonly database: Database,
    private readonly reader: OrdersReader,
    private readonly orders: OrdersRepository,
    private readonly due: OrderDue,
    private readonly collections: CollectionsRepository,
    private readonly sessions: PaymentSessionsRepository,
    private readonly batches: SessionBatches,
  ) {}

  /**
   * Claims the key, inserts the session and stores the response, all in one commit. One that would replace others of a collection with
   * money is unfit: its response needs more reads.
   */
  async insertWithKey(ctx: RequestContext, draft: Draft, place: Place): Promise<Inserted> {
    const claim = ctx.idempotency.inline;
    const options = { place, claim, refusesMoney: place === 'replaceOthers', placedDue: null };
    const row = await this.batches.create(ctx.storeId, requestFor(ctx, draft, options));
    if (row !== 'run alone') return insertedFrom(row, draft);
    return this.database.transaction(async (tx) => {
      const { placedDue } = await this.lockOrder(tx, ctx, draft);
      return this.insert(tx, ctx, draft, { ...options, placedDue });
    });
  }

  /** Inserts inside a transaction that has claimed the key and locked the collection. */
  async insertInTransaction(
    tx: Tx,
    ctx: RequestContext,
    draft: Draft,
    { place, placedDue }: Pick<LockedTarget, 'placedDue'> & { readonly place: Place },
  ): Promise<void> {
    const inserted = await this.insert(tx, ctx, draft, {
      place,
      claim: null,
      refusesMoney: false,
      placedDue,
    });
    if ('unfit' in inserted) throw new Error(`a session was not inserted: ${inserted.unfit}`);
  }

  /** Locks the collection, so that its sessions are created one at a time. @throws OrderNotFound, CollectionNotFound */
  async lockOrder(tx: Tx, ctx: RequestContext, draft: Draft): Promise<LockedTarget> {
    const { newSession } = draft;
    const { scope } = ctx.caller;
    const order = scope.all
      ? await this.orders.lockForUpdate(tx, ctx.storeId, newSession.orderId, scope)
      : await this.reader.find(ctx, { id: newSession.orderId }, tx);
    if (order === null) throw notFound(draft);
    await this.collections.lockForUpdate(tx, ctx.storeId, order.id);
    const isCollected = scope.all && order.state === 'completed';
    return { order, placedDue: isCollected ? (await this.due.calculate(tx, order)).payable.minor : null };
  }

  private async insert(tx: Tx, ctx: RequestContext, draft: Draft, options: InsertOptions): Promise<Inserted> {
    const [row] = await this.sessions.create(tx, ctx.storeId, [requestFor(ctx, draft, options)]);
    return insertedFrom(row ?? 'not found', draft);
  }
}

/** @throws the reason why nothing was inserted */
function insertedFrom(row: Exclude<BatchedRow, 'run alone'>, draft: Draft): Inserted {
  if (row === 'not found') throw notFound(draft);
  const { outcome, snapshot } = row;
  if (outcome === 'created' && snapshot !== null) return { snapshot };
  if (outcome === 'has_money' || outcome === 'other_currency') return { unfit: outcome };
  if (outcome === 'key_taken') throw new ClaimTaken();
  throw refusalOf(row);
}

function refusalOf({ outcome, orderState, outstanding, currency }: CreateSessionRow): CoreError | Error {
  switch (outcome) {
    case 'not_payable':
      return new OrderNotPayable(orderState);
    case 'no_method':
      return new PaymentMethodNotFound();
    case 'amount_not_positive':
      return new AmountNotPositive();
    case 'amount_exceeds':
      return new AmountExceedsOutstanding(Money.of(outstanding, currency));
    default:
      return new Error(`a payment session could not be inserted under a lock: ${outcome}`);
  }
}
