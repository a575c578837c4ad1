import { Injectable } from '@nestjs/common';
import { getOrThrow, respond, type RequestContext, type ResponseModel, type Result } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotFound, OrderNotOpen, PlacementsRepository } from '@tandem/orders';
import { covered } from '@tandem/payment-collections';
import { CompletePaymentSession, type PaymentSession, type SessionDetails } from '@tandem/payment-sessions';
import { CannotPlace, PAYMENT_IN_FLIGHT } from '../checkout.errors';
import { visibleTo, type OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type OrderToPlace } from '../order-locks';
import { isCovered } from './order-coverage';
import { PlaceOrderStep } from './place-order-step';
import { sessionToComplete, whyUnpaid, type WhyUnpaid } from './session-to-complete';

const IN_FLIGHT = { reason: 'processing', message: PAYMENT_IN_FLIGHT } as const;

/** The placed order, or the open one with the reason why payments do not cover it. */
export type Completion =
  ({ readonly is: 'placed' } & OrderDetails) | ({ readonly is: 'unpaid' } & WhyUnpaid & OrderDetails);

/**
 * Completes an order (Medusa: a cart):
 * - already completed: returns the same order;
 * - not yet covered by payments: authorizes its open session first, and places it in the transaction that settles that;
 * - declined, unpaid, or the shopper must act: the order stays open, and the response says why;
 * - a payment or refund is in flight, or its outcome is unknown: the order is placed once that settles (placement-rule.ts);
 * - two concurrent completions place one order: a conditional UPDATE decides.
 * @throws OrderNotFound, OrderNotOpen, CannotPlace, CollectionNotInitiated, NoSessionToComplete, OutcomeUnknown
 */
@Injectable()
export class CompleteOrder {
  constructor(
    private readonly database: Database,
    private readonly reader: OrderDetailsReader,
    private readonly locks: OrderLocks,
    private readonly placeStep: PlaceOrderStep,
    private readonly completeSession: CompletePaymentSession,
    private readonly placements: PlacementsRepository,
  ) {}

  async run(ctx: RequestContext, cart: { id: string; publicId: string }): Promise<Completion> {
    await ctx.idempotency.lease();
    const { order, payment } = await this.reader.getIf(ctx, { id: cart.id }, undefined, cart.publicId);
    const session = order.state === 'open' ? sessionToComplete(order, payment) : null;
    const placing = this.placing(ctx, order.id);
    // Uses the request's idempotency key, so a retry after a crash continues the same operation.
    if (session) return this.completeSession.runFound(ctx, { session, data: {}, placing: true }, placing);
    const settled = await this.database.transaction(async (tx) => {
      await this.locks.lockToPlace(tx, order);
      return respond(ctx, tx, placing, { value: null });
    });
    return getOrThrow(settled);
  }

  private placing(ctx: RequestContext, id: string): ResponseModel<SessionDetails | null, Completion> {
    return {
      isResponse: true,
      lock: (tx) => this.locks.lockToPlace(tx, { storeId: ctx.storeId, id }),
      read: (tx, tried) => this.place(tx, ctx, id, tried?.session ?? null),
    };
  }

  /** The order and its collection must be locked. Refuses before it changes anything. */
  private async place(
    tx: Tx,
    ctx: RequestContext,
    id: string,
    tried: PaymentSession | null,
  ): Promise<Result<Completion>> {
    const locked = await this.locks.findToPlace(tx, ctx, id);
    if (locked === null) return { error: new OrderNotFound() };
    const { order, details } = locked;
    if (order.state === 'canceled') return { error: new OrderNotOpen(order.state) };
    if (order.state === 'completed') return { value: visibleTo(ctx, { is: 'placed', ...details }) };
    if (!isCovered(locked)) return { value: visibleTo(ctx, await this.unpaid(tx, locked, tried)) };
    if (order.items.length === 0) return { error: new CannotPlace('There are no items for this order') };
    return { value: visibleTo(ctx, { is: 'placed', ...(await this.placeStep.place(tx, locked)) }) };
  }

  /** While a payment is in flight, placement stays requested. If it was declined or the shopper must act, the request is dropped. */
  private async unpaid(
    tx: Tx,
    { order, collection, leaving, details }: OrderToPlace,
    tried: PaymentSession | null,
  ): Promise<Completion> {
    const hasNoMoney = collection.reserved.isZero() && !covered(collection).isPositive();
    if (hasNoMoney) await this.placements.cancelRequest(tx, order);
    if (leaving.isPositive()) await this.placements.requestPlacement(tx, order);
    const why = leaving.isPositive() ? IN_FLIGHT : whyUnpaid(tried);
    return { is: 'unpaid', ...details, ...why };
  }
}
