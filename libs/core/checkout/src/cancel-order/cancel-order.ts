import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { OrderRef } from '@tandem/orders';
import { claimed } from '@tandem/payment-collections';
import { CancelOpenSessions } from '@tandem/payment-sessions';
import { OrderAlreadyCanceled, PaymentInProgress } from '../checkout.errors';
import { CancelOrderStep } from './cancel-order-step';
import { collectionsOf, type OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks } from '../order-locks';
import { throwFirstRefusal } from '../throw-first-refusal';
import { VoidOrRefundPayment } from './void-or-refund-payment';

/**
 * Cancels an order and the payments of all its collections: voids what is authorized, refunds what is captured, returns its credit.
 * The order is canceled first, so that nothing more is authorized or captured. A retry continues with the remaining payments; a
 * failed void or refund does not block the others.
 * @throws OrderNotFound, OrderAlreadyCanceled, PaymentInProgress, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class CancelOrder {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly sessions: CancelOpenSessions,
    private readonly cancelStep: CancelOrderStep,
    private readonly voidOrRefund: VoidOrRefundPayment,
    private readonly reader: OrderDetailsReader,
  ) {}

  /**
   * `refuseAs` is the id as the caller wrote it: with it, an order that is already canceled and refunded is refused (Medusa). Not
   * for requests with an idempotency key: they may be retries of this cancellation after a crash.
   */
  async run(ctx: RequestContext, ref: OrderRef, refuseAs?: string): Promise<OrderDetails> {
    await ctx.idempotency.lease();
    const refuse = ctx.idempotency.seed === null ? refuseAs : undefined;
    const canceled = await this.database.transaction((tx) => this.cancelOpen(tx, ctx, ref, refuse));
    await this.refundPayments(ctx, canceled);
    const result = await this.database.transaction(async (tx) =>
      storeResponse(ctx, tx, { value: await this.reader.reload(tx, canceled.order) }),
    );
    return getOrThrow(result);
  }

  /** Returns the order as it was read under its locks. */
  private async cancelOpen(
    tx: Tx,
    ctx: RequestContext,
    ref: OrderRef,
    refuseAs: string | undefined,
  ): Promise<OrderDetails> {
    const details = await this.locks.acquireInFull(tx, ctx, ref);
    const collections = collectionsOf(details).map(({ collection }) => collection);
    if (details.order.state === 'canceled') {
      const isDone = collections.every((collection) => claimed(collection).isZero());
      if (isDone && refuseAs !== undefined) throw new OrderAlreadyCanceled(refuseAs);
      return details;
    }
    if (collections.some(({ reserved }) => reserved.isPositive())) throw new PaymentInProgress();
    for (const collection of collectionsOf(details)) await this.sessions.cancelInCollection(tx, collection);
    await this.cancelStep.close(tx, details.order);
    return details;
  }

  /** Uses the request's idempotency key, so a retry after a crash continues the same operations. */
  private async refundPayments(ctx: RequestContext, canceled: OrderDetails): Promise<void> {
    const failures: Error[] = [];
    for (const { payment } of collectionsOf(canceled).flatMap(({ payments }) => payments)) {
      await this.voidOrRefund.run(ctx, payment).catch((error: Error) => failures.push(error));
    }
    throwFirstRefusal(failures);
  }
}
