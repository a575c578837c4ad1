import { Injectable } from '@nestjs/common';
import { ClaimTaken, type CoreError, type InlineClaim, type RequestContext } from '@tandem/context';
import { Database, type Queryable, type Tx } from '@tandem/database';
import { Money } from '@tandem/money';
import { OrdersReader, OrdersRepository, type Order } from '@tandem/orders';
import {
  AmountExceedsOutstanding,
  AmountNotPositive,
  CollectionsRepository,
} from '@tandem/payment-collections';
import { PaymentMethodNotFound } from '@tandem/payment-methods';
import { OrderDue } from '@tandem/payments';
import type { CreateSessionRow } from './create-session.statement';
import { OrderNotPayable } from '../payment-sessions.errors';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import { notFound, type Draft } from './build-session';

/** What happens to the order's other sessions: they stay (Spree) or are superseded (Medusa). */
export type Place = 'keepOthers' | 'replaceOthers';

/** The order whose collection is now locked. */
export interface LockedTarget {
  readonly order: Order;
  /** Minor units that staff may still collect for a placed order; null for an open order and for shoppers. */
  readonly placedDue: bigint | null;
}

/** Inserts a session in one statement: on its own, or inside a transaction that has locked the collection. */
@Injectable()
export class InsertSession {
  constructor(
    private readonly database: Database,
    private readonly reader: OrdersReader,
    private readonly orders: OrdersRepository,
    private readonly due: OrderDue,
    private readonly collections: CollectionsRepository,
    private readonly sessions: PaymentSessionsRepository,
  ) {}

  /**
   * Claims the key, inserts the session and stores the response in one round trip; after a conflict again under a lock. Returns the
   * stored snapshot; null if the session would replace others of a collection with money, whose response needs more reads.
   */
  async inOneStatement(ctx: RequestContext, draft: Draft, place: Place): Promise<string | null> {
    const claim = ctx.idempotency.inline;
    const mayFallBack = place === 'replaceOthers';
    const row = await this.insert(this.database, ctx, draft, { place, claim, mayFallBack, placedDue: null });
    const isPlaced = row?.order_state === 'completed' && ctx.caller.scope.all;
    if (!isPlaced && !hasConflict(row, mayFallBack)) return resultOf(row, draft, mayFallBack);
    return this.database.transaction(async (tx) => {
      const { placedDue } = await this.lockOrder(tx, ctx, draft);
      const retried = await this.insert(tx, ctx, draft, { place, claim, mayFallBack, placedDue });
      return resultOf(retried, draft, mayFallBack);
    });
  }

  /** Inserts inside a transaction that has claimed the key and locked the collection. */
  async within(
    tx: Tx,
    ctx: RequestContext,
    draft: Draft,
    { place, placedDue }: Pick<LockedTarget, 'placedDue'> & { readonly place: Place },
  ): Promise<void> {
    const row = await this.insert(tx, ctx, draft, { place, claim: null, mayFallBack: false, placedDue });
    resultOf(row, draft, false);
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

  private insert(
    on: Queryable,
    ctx: RequestContext,
    { newSession, context, amount }: Draft,
    { place, mayFallBack, ...more }: InsertOptions,
  ): Promise<CreateSessionRow | null> {
    const values = { newSession, context, amount, scope: ctx.caller.scope, ...more };
    return place === 'keepOthers'
      ? this.sessions.create(on, values)
      : this.sessions.replace(on, values, mayFallBack);
  }
}

/** How a session is inserted. */
interface InsertOptions extends Pick<LockedTarget, 'placedDue'> {
  readonly place: Place;
  readonly claim: InlineClaim | null;
  readonly mayFallBack: boolean;
}

/** Whether the collection changed between the statement's read and its update. */
function hasConflict(row: CreateSessionRow | null, mayFallBack: boolean): boolean {
  if (row === null || row.is_taken || row.was_locked || (mayFallBack && row.has_money)) return false;
  return refusalOf(row) === null;
}

/** The stored snapshot; null if the caller must fall back. Throws the reason why nothing was inserted. */
function resultOf(row: CreateSessionRow | null, draft: Draft, mayFallBack: boolean): string | null {
  if (row === null) throw notFound(draft);
  if (row.was_inserted) return row.snapshot;
  if (row.is_taken || row.was_locked) throw new ClaimTaken();
  const refusal = refusalOf(row);
  if (refusal) throw refusal;
  if (mayFallBack && row.has_money) return null;
  throw new Error('a payment session could not be inserted although its collection is locked');
}

function refusalOf(row: CreateSessionRow): CoreError | null {
  if (!row.is_payable) return new OrderNotPayable(row.order_state);
  if (!row.has_method) return new PaymentMethodNotFound();
  if (row.amount <= 0n) return new AmountNotPositive();
  const outstanding = Money.of(row.outstanding, row.currency);
  return row.amount > row.outstanding ? new AmountExceedsOutstanding(outstanding) : null;
}
