import { Injectable } from '@nestjs/common';
import {
  getOrThrow,
  type CoreError,
  storeResponse,
  type RequestContext,
  type ResponseModel,
  type Result,
} from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { isOpenTo, OrderNotFound, OrderNotOpen, PlacementsRepository, type OrderRef } from '@tandem/orders';
import {
  CompletePaymentSession,
  OrderNotPayable,
  SessionAmountStale,
  SessionStateForbids,
  type PaymentSession,
} from '@tandem/payment-sessions';
import { CannotPlace } from '../checkout.errors';
import { chosenOf, dueOfOrder, type OrderDetails } from '../order-details';
import { OrderLocks, type OrderToPlace } from '../order-locks';
import { coversRest, isCovered, isUndecided, whyUncovered, whyUndecided } from './order-coverage';
import { PlaceOrderStep } from './place-order-step';
import { requirementsOf } from '../carts/requirements';

/** Errors of a session that a concurrent request changed after it was read. */
const LOST_RACE = [OrderNotPayable, SessionAmountStale, SessionStateForbids];

/** The placed order, or the manual payment to authorize before. */
type FirstLook = Result<OrderDetails> | { readonly chosen: PaymentSession };

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
    private readonly placements: PlacementsRepository,
    private readonly completeSession: CompletePaymentSession,
  ) {}

  async run(ctx: RequestContext, ref: OrderRef): Promise<OrderDetails> {
    const looked = await this.database.transaction(async (tx): Promise<FirstLook> => {
      const locked = await this.locks.acquireToPlace(tx, ctx, ref);
      const { order, details } = locked;
      if (order.state !== 'open' && !isOpenTo(ctx.caller, order)) throw new OrderNotFound();
      const chosen = chosenToAuthorize(details);
      return chosen ? { chosen } : this.claimAndPlace(tx, ctx, locked);
    });
    return 'chosen' in looked ? this.placeByHand(ctx, looked.chosen) : getOrThrow(looked);
  }

  private async claimAndPlace(
    tx: Tx,
    ctx: RequestContext,
    locked: OrderToPlace,
  ): Promise<Result<OrderDetails>> {
    await ctx.idempotency.claim(tx);
    const refusal = refusalOf(locked);
    // Nothing was written: the claim is rolled back, and the refusal is stored as the caller sees it.
    if (refusal) throw refusal;
    return storeResponse(ctx, tx, await this.place(tx, locked));
  }

  /** Authorizes the chosen payment, and places the order in the transaction that settles it. */
  private async placeByHand(ctx: RequestContext, session: PaymentSession): Promise<OrderDetails> {
    // Uses the request's idempotency key, so a retry after a crash continues the same operation.
    await ctx.idempotency.lease();
    const ref = { id: session.orderId };
    try {
      return await this.completeSession.runFound(
        ctx,
        { session, data: {}, placing: true },
        this.placing(ctx, ref),
      );
    } catch (error) {
      if (!LOST_RACE.some((refusal) => error instanceof refusal)) throw error;
    }
    // A concurrent request came first: the order is checked again under its lock.
    return getOrThrow(
      await this.database.transaction(async (tx) =>
        this.claimAndPlace(tx, ctx, await this.locks.acquireToPlace(tx, ctx, ref)),
      ),
    );
  }

  private placing(
    ctx: RequestContext,
    { id }: { readonly id: string },
  ): ResponseModel<unknown, OrderDetails> {
    return {
      isResponse: true,
      lock: (tx) => this.locks.lockToPlace(tx, { storeId: ctx.storeId, id }),
      read: async (tx) => {
        const locked = await this.locks.findToPlace(tx, ctx, id);
        return locked === null ? { error: new OrderNotFound() } : this.place(tx, locked);
      },
    };
  }

  /** Refuses before it changes anything. */
  private async place(tx: Tx, locked: OrderToPlace): Promise<Result<OrderDetails>> {
    const { order, details } = locked;
    if (order.state === 'completed') return { value: details };
    const refusal = refusalOf(locked);
    if (refusal) return { error: refusal };
    if (isCovered(locked)) return { value: await this.placeStep.place(tx, locked) };
    await this.placements.requestPlacement(tx, order);
    return { error: new CannotPlace(whyUndecided(locked)) };
  }
}

/** Why the order can't be placed, now or when the money in flight arrives; null if it is placed, or can be. */
function refusalOf(locked: OrderToPlace): CoreError | null {
  const { order } = locked;
  if (order.state === 'canceled') return new OrderNotOpen(order.state);
  if (order.state === 'completed') return null;
  const [missing] = requirementsOf(order);
  if (missing) return new CannotPlace(missing.message);
  return isCovered(locked) || isUndecided(locked) ? null : new CannotPlace(whyUncovered(locked));
}

/** The manual payment to authorize; null for an order that would stay open anyway: its shopper can still choose another method. */
function chosenToAuthorize(details: OrderDetails): PaymentSession | null {
  const chosen = chosenOf(details);
  if (!chosen || requirementsOf(details.order).length > 0) return null;
  return coversRest(chosen, dueOfOrder(details)) ? chosen : null;
}
