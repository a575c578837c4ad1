import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { OrderNotOpen, OrdersReader, PlacementsRepository, type Order } from '@tandem/orders';
import { covered } from '@tandem/payment-collections';
import { CompletePaymentSession, type PaymentSession } from '@tandem/payment-sessions';
import { PAYMENT_LEAVING } from '../checkout.errors';
import { shownTo, type OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks, type OrderToPlace } from '../order-locks';
import { isCovered } from './order-coverage';
import { Placement } from './placement';
import { sessionToComplete, whyUnpaid, type WhyUnpaid } from './session-to-complete';

const LEAVING = { reason: 'processing', message: PAYMENT_LEAVING } as const;

/** Placed; or not, and why the payment does not cover it. */
export type Completion =
  ({ readonly is: 'placed' } & OrderDetails) | ({ readonly is: 'unpaid' } & WhyUnpaid & OrderDetails);

/**
 * Completes an order (Medusa: a cart):
 * - completed before: the same order again;
 * - not covered by its payments yet: its open session is authorized first;
 * - declined, or the shopper must act, or has paid nothing yet: it stays open, and the answer says why;
 * - its payment still on its way, or a refund of it, or an outcome lost: whoever learns of it places the order (placement-rule.ts);
 * - two completions at once place one order: a conditional UPDATE decides.
 * @throws OrderNotFound, OrderNotOpen, CollectionNotInitiated, NoSessionToComplete, OutcomeUnknown
 */
@Injectable()
export class CompleteOrder {
  constructor(
    private readonly database: Database,
    private readonly orders: OrdersReader,
    private readonly reader: OrderDetailsReader,
    private readonly locks: OrderLocks,
    private readonly placement: Placement,
    private readonly completeSession: CompletePaymentSession,
    private readonly placements: PlacementsRepository,
  ) {}

  async run(ctx: RequestContext, cart: { id: string; shownId: string }): Promise<Completion> {
    await ctx.idempotency.lease();
    const found = await this.orders.get(ctx, { id: cart.id }, cart.shownId);
    const { order, payment } = await this.reader.of(found);
    const session = order.state === 'open' ? sessionToComplete(order, payment) : null;
    const tried = session && (await this.authorize(ctx, session));
    const settled = await this.database.transaction(async (tx) =>
      answer(ctx, tx, { value: shownTo(ctx, await this.place(tx, ctx, order, tried)) }),
    );
    return unwrap(settled);
  }

  /** Within the same request, so under the same key: a retry after a crash authorizes the same operation. */
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
    const held = await this.locks.takeToPlace(tx, ctx, { id });
    const { order } = held;
    if (order.state === 'canceled') throw new OrderNotOpen(order.state);
    if (order.state === 'open') {
      if (!isCovered(held)) return this.unpaid(tx, held, tried);
      await this.placement.place(tx, held);
    }
    return { is: 'placed', ...(await this.reader.again(tx, order)) };
  }

  /** While a payment is on its way the order is still to be placed; declined, or the shopper's turn, it is theirs again. */
  private async unpaid(tx: Tx, held: OrderToPlace, tried: PaymentSession | null): Promise<Completion> {
    const { order, collection, leaving } = held;
    const isQuiet = collection.reserved.isZero() && !covered(collection).isPositive();
    if (isQuiet) await this.placements.forget(tx, order);
    if (leaving.isPositive()) await this.placements.request(tx, order);
    const why = leaving.isPositive() ? LEAVING : whyUnpaid(tried);
    return { is: 'unpaid', ...(await this.reader.of(order, tx)), ...why };
  }
}
