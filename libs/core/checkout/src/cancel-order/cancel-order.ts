import { Injectable } from '@nestjs/common';
import { storeResponse, orThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { Order, OrderRef } from '@tandem/orders';
import { claimed, CollectionsRepository } from '@tandem/payment-collections';
import { PaymentsReader } from '@tandem/payments';
import { OrderAlreadyCanceled, PaymentInProgress } from '../checkout.errors';
import { CancelOrderStep } from './cancel-order-step';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks } from '../order-locks';
import { throwFirstRefusal } from '../throw-first-refusal';
import { VoidOrRefundPayment } from './void-or-refund-payment';

/**
 * Cancels an order and gives its money back, of all its collections: what is held is let go, what was taken is refunded, credit returns.
 * The order is canceled first, so that nothing more is paid for it or captured; a retry goes on with what is not given back
 * yet, and one payment that cannot be given back keeps no other.
 * @throws OrderNotFound, OrderAlreadyCanceled, PaymentInProgress, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly collections: CollectionsRepository,
    private readonly cancelStep: CancelOrderStep,
    private readonly payments: PaymentsReader,
    private readonly voidOrRefund: VoidOrRefundPayment,
    private readonly reader: OrderDetailsReader,
  ) {}

  /**
   * With `refuseAs`, the id as the caller wrote it, one that is canceled and given back already is refused (Medusa), unless a key
   * came along: then it may be this very request, which a crash cut short.
   */
  async run(ctx: RequestContext, ref: OrderRef, refuseAs?: string): Promise<OrderDetails> {
    await ctx.idempotency.lease();
    const refuse = ctx.idempotency.seed === null ? refuseAs : undefined;
    const order = await this.database.transaction((tx) => this.cancelOpen(tx, ctx, ref, refuse));
    await this.refundPayments(ctx, order);
    const settled = await this.database.transaction(async (tx) =>
      storeResponse(ctx, tx, { value: await this.reader.reload(tx, order) }),
    );
    return orThrow(settled);
  }

  private async cancelOpen(
    tx: Tx,
    ctx: RequestContext,
    ref: OrderRef,
    refuseAs: string | undefined,
  ): Promise<Order> {
    const { order } = await this.locks.acquire(tx, ctx, ref);
    const collections = await this.collections.ofOrders(ctx.storeId, [order.id], tx);
    if (order.state === 'canceled') {
      const isDone = collections.every((collection) => claimed(collection).isZero());
      if (isDone && refuseAs !== undefined) throw new OrderAlreadyCanceled(refuseAs);
      return order;
    }
    if (collections.some(({ reserved }) => reserved.isPositive())) throw new PaymentInProgress();
    await this.cancelStep.close(tx, order, collections);
    return order;
  }

  /** Within the same request, so under the same key: a retry after a crash sends the same operations. */
  private async refundPayments(ctx: RequestContext, order: Order): Promise<void> {
    const collections = await this.collections.ofOrders(ctx.storeId, [order.id]);
    const ids = collections.map(({ id }) => id);
    const failures: Error[] = [];
    for (const { payment } of await this.payments.ofCollections(ctx.storeId, ids)) {
      await this.voidOrRefund.run(ctx, payment).catch((error: Error) => failures.push(error));
    }
    throwFirstRefusal(failures);
  }
}
