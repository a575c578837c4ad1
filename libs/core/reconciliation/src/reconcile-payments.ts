import { Injectable } from '@nestjs/common';
import { CollectionsRepository } from '@tandem/payment-collections';
import { LedgerCheck, type CheckedPayment, type Payment, type PaymentKey } from '@tandem/payments';
import { isMoving, unequalTotals, unlikeGateway, type Difference, type Said } from './differences';
import { FIRST_ID, inRoundsByKey } from './in-rounds';
import { PaymentsAtGateways } from './payments-at-gateways';

/**
 * Compares what should be the same, and changes nothing: totals with the entries they are sums of, collections with their payments,
 * and the ledger with what each gateway holds, where its provider can read a payment.
 */
@Injectable()
export class ReconcilePayments {
  constructor(
    private readonly ledger: LedgerCheck,
    private readonly collections: CollectionsRepository,
    private readonly gateways: PaymentsAtGateways,
  ) {}

  /** The payments of the last `days` days, of all stores; `tell` hears of each difference as it is found. */
  async run(days: number, tell: (difference: Difference) => void): Promise<void> {
    const first = { storeId: FIRST_ID, id: FIRST_ID };
    const recent = (after: PaymentKey, limit: number): Promise<CheckedPayment[]> =>
      this.ledger.recent(days, after, limit);
    for await (const round of inRoundsByKey(first, recent, ({ payment }) => payment)) {
      for (const checked of round) await this.check(checked, tell);
      await this.checkCollections(round, tell);
    }
  }

  private async check(
    { payment, sums }: CheckedPayment,
    tell: (difference: Difference) => void,
  ): Promise<void> {
    const of = placeOf(payment);
    for (const [what, ours, theirs] of unequalTotals(payment, sums)) {
      tell({ ...of, between: 'totals and entries', what, ours, theirs });
    }
    for (const [what, ours, theirs] of await this.atGateway(payment)) {
      tell({ ...of, between: 'ledger and gateway', what, ours, theirs });
    }
  }

  private async atGateway(payment: Payment): Promise<Said[]> {
    if (isMoving(payment)) return [];
    const { reference, externalId, state } = payment;
    const read = await this.gateways.read(payment, { reference, externalId: externalId ?? reference });
    if (read.status === 'not_asked') return [];
    if (read.status !== 'succeeded') return [['reading', state, read.status]];
    const unlike = unlikeGateway(payment, read.value);
    // What was written while the gateway was asked is no difference; one that stays is told the next time.
    return unlike.length > 0 && (await this.ledger.hasMoved(payment)) ? [] : unlike;
  }

  private async checkCollections(
    round: readonly CheckedPayment[],
    tell: (difference: Difference) => void,
  ): Promise<void> {
    for (const storeId of new Set(round.map(({ payment }) => payment.storeId))) {
      const ids = round
        .filter(({ payment }) => payment.storeId === storeId)
        .map(({ payment }) => payment.collectionId);
      const sums = await this.ledger.ofCollections(storeId, ids);
      for (const collection of await this.collections.findAll(storeId, [...new Set(ids)])) {
        const sum = sums.get(collection.id);
        for (const [what, ours, theirs] of sum ? unequalTotals(collection, sum) : []) {
          const { orderId } = collection;
          const of = { storeId, orderId, paymentId: null, sessionId: null, providerId: null };
          tell({ ...of, between: 'collection and payments', what, ours, theirs });
        }
      }
    }
  }
}

function placeOf({
  storeId,
  orderId,
  id,
  providerId,
}: Payment): Pick<Difference, 'storeId' | 'orderId' | 'paymentId' | 'sessionId' | 'providerId'> {
  return { storeId, orderId, paymentId: id, sessionId: null, providerId };
}
