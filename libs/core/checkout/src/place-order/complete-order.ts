import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotOpen, OrdersReader, PlacementsRepository, type Order } from '@tandem/orders';
import { covered } from '@tandem/payment-collections';
import { CompletePaymentSession, type PaymentSession } from '@tandem/payment-sessions';
import { PAYMENT_IN_FLIGHT } from '../checkout.errors';
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
 * - not yet covered by payments: authorizes its open session first;
 * - declined, unpaid, or the shopper must act: the order stays open, and the response says why;
 * - a payment or refund is in flight, or its outcome is unknown: the order is placed once that settles (placement-rule.ts);
 * - two concurrent completions place one order: a conditional UPDATE decides.
 * @throws OrderNotFound, OrderNotOpen, CollectionNotInitiated, NoSessionToComplete, OutcomeUnknown
 */
@Injectable()
export class CompleteOrder {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly reader: OrderDetailsReader,
    private readonly locks: OrderLocks,
    private readonly placeStep: PlaceOrderStep,
    private readonly completeSession: CompletePaymentSession,
    private readonly placements: PlacementsRepository,
  ) {}

  async run(ctx: RequestContext, cart: { id: string; publicId: string }): Promise<Completion> {
    await ctx.idempotency.lease();
    const found = await this.orders.get(ctx, { id: cart.id }, cart.publicId);
    const { order, payment } = await this.reader.load(found);
    const session = order.state === 'open' ? sessionToComplete(order, payment) : null;
    const tried = session && (await this.authorize(ctx, session));
    const result = await this.database.transaction(async (tx) =>
      storeResponse(ctx, tx, { value: visibleTo(ctx, await this.place(tx, ctx, order, tried)) }),
    );
    return getOrThrow(result);
  }

  /** Uses the request's idempotency key, so a retry after a crash continues the same operation. */
  private async authorize(ctx: RequestContext, session: PaymentSession): Promise<PaymentSession> {
    const input = {
      order: { id: session.orderId },
      session: { id: session.id },
      data: {},
      placing: true,
      isStep: true,
    };
    return (await this.completeSession.run(ctx, input)).session;
  }

  private async place(
    tx: Tx,
    ctx: RequestContext,
    { id }: Order,
    tried: PaymentSession | null,
  ): Promise<Completion> {
    const locked = await this.locks.acquireToPlace(tx, ctx, { id });
    const { order } = locked;
    if (order.state === 'canceled') throw new OrderNotOpen(order.state);
    if (order.state === 'open') {
      if (!isCovered(locked)) return this.unpaid(tx, locked, tried);
      await this.placeStep.place(tx, locked);
    }
    return { is: 'placed', ...(await this.reader.reload(tx, order)) };
  }

  /** While a payment is in flight, placement stays requested. If it was declined or the shopper must act, the request is dropped. */
  private async unpaid(tx: Tx, locked: OrderToPlace, tried: PaymentSession | null): Promise<Completion> {
    const { order, collection, leaving } = locked;
    const hasNoMoney = collection.reserved.isZero() && !covered(collection).isPositive();
    if (hasNoMoney) await this.placements.cancelRequest(tx, order);
    if (leaving.isPositive()) await this.placements.requestPlacement(tx, order);
    const why = leaving.isPositive() ? IN_FLIGHT : whyUnpaid(tried);
    return { is: 'unpaid', ...(await this.reader.load(order, tx)), ...why };
  }
}
