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

/** Beside the order's other sessions (Spree), or in their place (Medusa). */
export type Place = 'beside' | 'alone';

/** The order whose collection is locked. */
export interface LockedTarget {
  readonly order: Order;
  /** Minor units that staff may still collect for a placed order; null for an order that is open, and for shoppers. */
  readonly placedDue: bigint | null;
}

/** Stores a session in one statement: alone on the pool, or inside a transaction that holds the collection. */
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
   * Claim, work and kept answer in one round trip; under a lock, where it was not alone. What is returned is what was
   * kept; null where a session that is to stand alone would hide money on its collection.
   */
  async inOneStatement(ctx: RequestContext, draft: Draft, place: Place): Promise<string | null> {
    const claim = ctx.idempotency.inline;
    const mayFallBack = place === 'alone';
    const row = await this.insert(this.database, ctx, draft, { place, claim, mayFallBack, placedDue: null });
    const isPlaced = row?.order_state === 'completed' && ctx.caller.scope.all;
    if (!isPlaced && !collidedWithAnother(row, mayFallBack)) return resultOf(row, draft, mayFallBack);
    return this.database.transaction(async (tx) => {
      const { placedDue } = await this.lockOrder(tx, ctx, draft);
      const again = await this.insert(tx, ctx, draft, { place, claim, mayFallBack, placedDue });
      return resultOf(again, draft, mayFallBack);
    });
  }

  /** The same inside a caller's transaction, which holds the key's claim and the collection's lock. */
  async within(
    tx: Tx,
    ctx: RequestContext,
    draft: Draft,
    { place, placedDue }: Pick<LockedTarget, 'placedDue'> & { readonly place: Place },
  ): Promise<void> {
    const row = await this.insert(tx, ctx, draft, { place, claim: null, mayFallBack: false, placedDue });
    resultOf(row, draft, false);
  }

  /** Orders the sessions of one collection one after the other. @throws OrderNotFound, CollectionNotFound */
  async lockOrder(tx: Tx, ctx: RequestContext, draft: Draft): Promise<LockedTarget> {
    const { known } = draft;
    const { scope } = ctx.caller;
    const order = scope.all
      ? await this.orders.lockForUpdate(tx, ctx.storeId, known.orderId, scope)
      : await this.reader.find(ctx, { id: known.orderId }, tx);
    if (order === null) throw notFound(draft);
    await this.collections.lockForUpdate(tx, ctx.storeId, order.id);
    const isCollected = scope.all && order.state === 'completed';
    return { order, placedDue: isCollected ? (await this.due.calculate(tx, order)).payable.minor : null };
  }

  private insert(
    on: Queryable,
    ctx: RequestContext,
    { known, context, amount }: Draft,
    { place, mayFallBack, ...more }: Storing,
  ): Promise<CreateSessionRow | null> {
    const values = { known, context, amount, scope: ctx.caller.scope, ...more };
    return place === 'beside'
      ? this.sessions.create(on, values)
      : this.sessions.replace(on, values, mayFallBack);
  }
}

/** How a session is stored. */
interface Storing extends Pick<LockedTarget, 'placedDue'> {
  readonly place: Place;
  readonly claim: InlineClaim | null;
  readonly mayFallBack: boolean;
}

/** Whether the collection changed between what the statement saw and what it would hold. */
function collidedWithAnother(row: CreateSessionRow | null, mayFallBack: boolean): boolean {
  if (row === null || row.is_taken || row.was_held || (mayFallBack && row.has_money)) return false;
  return refusalOf(row) === null;
}

/** What was kept, null where it stood back, or else the reason why nothing was stored, thrown. */
function resultOf(row: CreateSessionRow | null, draft: Draft, mayFallBack: boolean): string | null {
  if (row === null) throw notFound(draft);
  if (row.was_inserted) return row.snapshot;
  if (row.is_taken || row.was_held) throw new ClaimTaken();
  const refusal = refusalOf(row);
  if (refusal) throw refusal;
  if (mayFallBack && row.has_money) return null;
  throw new Error('a payment session could not be stored under the lock of its collection');
}

function refusalOf(row: CreateSessionRow): CoreError | null {
  if (!row.is_payable) return new OrderNotPayable(row.order_state);
  if (!row.has_method) return new PaymentMethodNotFound();
  if (row.amount <= 0n) return new AmountNotPositive();
  const outstanding = Money.of(row.outstanding, row.currency);
  return row.amount > row.outstanding ? new AmountExceedsOutstanding(outstanding) : null;
}
