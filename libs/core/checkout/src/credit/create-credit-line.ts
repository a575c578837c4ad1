import { Injectable } from '@nestjs/common';
import { storeResponse, getOrThrow, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { DecimalAmount } from '@tandem/money';
import { CreditLinesRepository, type Order } from '@tandem/orders';
import { OrderDue } from '@tandem/payments';
import { OrderAlreadyCanceled, OrderNotPlaced } from '../checkout.errors';
import type { OrderDetails } from '../order-details';
import { OrderDetailsReader } from '../order-details.reader';
import { OrderLocks } from '../order-locks';
import { checkCreditLine } from './credit-line-rule';

export interface CreateCreditLineInput {
  /** The order: `id` is its UUID, `publicId` the id as the caller wrote it. */
  readonly order: { readonly id: string; readonly publicId: string };
  /** Positive: reduces the amount due. Negative: settles what is owed to the customer. */
  readonly amount: DecimalAmount;
  readonly reference: string;
  readonly referenceId: string;
  readonly metadata: Readonly<Record<string, unknown>> | null;
}

/**
 * Reduces what is due for a placed order without a payment, or what is owed to the customer (Medusa). Under the order's lock, so
 * that concurrent credit lines and captures never exceed the pending amount.
 * @throws OrderNotFound, OrderNotPlaced, OrderAlreadyCanceled, CreditLineRefused
 */
@Injectable()
export class CreateCreditLine {
  constructor(
    private readonly database: Database,
    private readonly locks: OrderLocks,
    private readonly due: OrderDue,
    private readonly lines: CreditLinesRepository,
    private readonly reader: OrderDetailsReader,
  ) {}

  run(ctx: RequestContext, input: CreateCreditLineInput): Promise<OrderDetails> {
    const { id, publicId } = input.order;
    return this.database.transaction(async (tx) => {
      const { order } = await this.locks.acquire(tx, ctx, { id });
      await ctx.idempotency.claim(tx);
      if (order.state === 'open') throw new OrderNotPlaced(order.state);
      if (order.state === 'canceled') throw new OrderAlreadyCanceled(publicId);
      await this.add(tx, order, input);
      return getOrThrow(await storeResponse(ctx, tx, { value: await this.reader.reload(tx, order) }));
    });
  }

  private async add(tx: Tx, order: Order, input: CreateCreditLineInput): Promise<void> {
    const { storeId, id: orderId } = order;
    const amount = input.amount.in(order.total.currency);
    checkCreditLine(await this.due.calculate(tx, order), amount);
    const { reference, referenceId, metadata } = input;
    const line = { storeId, id: newId(), orderId, amount, reference, referenceId, metadata };
    await this.lines.insert(tx, { ...line, collectionId: null, refundId: null });
  }
}
