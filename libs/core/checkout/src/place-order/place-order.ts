import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext, type Result } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotOpen, PlacementsRepository, type Order, type OrderRef } from '@tandem/orders';
import {
  CompletePaymentSession,
  OrderNotPayable,
  SessionAmountStale,
  SessionStateForbids,
} from '@tandem/payment-sessions';
import { CannotPlace } from '../checkout.errors';
import { chosenOf, dueOfOrder, type OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type OrderToPlace } from '../order-locks';
import { coversRest, isCovered, isUndecided, whyUncovered, whyUndecided } from './order-coverage';
import { PlaceOrderStep } from './place-order-step';
import { requirementsOf } from '../carts/requirements';

/** Errors of a session that a concurrent request changed after it was read. */
const LOST_RACE = [OrderNotPayable, SessionAmountStale, SessionStateForbids];

/**
 * Places a paid order (Spree: the client completes its sessions first):
 * - already placed: returns the same order, so two concurrent requests place one;
 * - store credit, gift card and payments must cover the total; otherwise nothing changes and the error says why;
 * - a manual payment that the shopper chose (a check) is authorized first, if it covers the rest;
 * - a payment, a refund or a void is in flight: refused; the order is placed once that settles.
 * @throws OrderNotFound, OrderNotOpen, CannotPlace
 */
@Injectable()
export class PlaceOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly placeStep: PlaceOrderStep,
    private readonly reader: OrderDetailsReader,
    private readonly placements: PlacementsRepository,
    private readonly completeSession: CompletePaymentSession,
  ) {}

  async run(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    await this.authorizeManualPayment(ctx, ref);
    const result = await this.database.transaction(async (tx) => {
      const locked = await this.locks.acquireToPlace(tx, ctx, ref);
      await ctx.idempotency.claim(tx);
      if (locked.order.state === 'canceled') throw new OrderNotOpen(locked.order.state);
      return storeResponse(ctx, tx, await this.place(tx, locked));
    });
    return getOrThrow(result);
  }

  /** Skipped for an order that would stay open anyway: its shopper can still choose another method. */
  private async authorizeManualPayment(ctx: RequestContext, ref: OrderRef): Promise<void> {
    const details = await this.reader.get(ctx, ref);
    const { order } = details;
    const chosen = chosenOf(details);
    if (!chosen || !coversRest(chosen, dueOfOrder(details)) || requirementsOf(order).length > 0) return;
    // Uses the request's idempotency key, so a retry after a crash continues the same operation.
    await ctx.idempotency.lease();
    const input = {
      order: { id: order.id },
      session: { id: chosen.id },
      data: {},
      placing: true,
      isStep: true,
    };
    try {
      await this.completeSession.run(ctx, input);
    } catch (error) {
      // A concurrent request came first: the order is checked again under its lock.
      if (!LOST_RACE.some((refusal) => error instanceof refusal)) throw error;
    }
  }

  private async place(tx: Tx, locked: OrderToPlace): Promise<Result<OrderDetails>> {
    const { order } = locked;
    if (order.state === 'open') {
      refuseWhileMissing(order);
      if (!isCovered(locked) && isUndecided(locked)) {
        await this.placements.requestPlacement(tx, order);
        return { error: new CannotPlace(whyUndecided(locked)) };
      }
      if (!isCovered(locked)) throw new CannotPlace(whyUncovered(locked));
      await this.placeStep.place(tx, locked);
    }
    return { value: await this.reader.reload(tx, order) };
  }
}

function refuseWhileMissing(order: Order): void {
  const [missing] = requirementsOf(order);
  if (missing) throw new CannotPlace(missing.message);
}
