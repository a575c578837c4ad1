import { Injectable } from '@nestjs/common';
import { CollectionsRepository } from '@tandem/payment-collections';
import { LedgerCheck, type CheckedPayment, type Payment, type PaymentKey } from '@tandem/payments';
import {
  isInFlight,
  unequalTotals,
  differencesFromGateway,
  type Difference,
  type ReportedDifference,
} from './differences';
import { NIL_ID, inBatchesByKey } from './drain-in-batches';
import { PaymentsAtGateways } from './payments-at-gateways';

/**
 * Compares totals with the sums of their entries, collections with their payments, and the ledger with each gateway whose provider
 * can read payments. Changes nothing.
 */
@Injectable()
export class ReconcilePayments {
  constructor(
    private readonly ledger: LedgerCheck,
    private readonly collections: CollectionsRepository,
    private readonly gateways: PaymentsAtGateways,
  ) {}

  /** Checks the payments of the last `days` days, of all stores; calls `report` for each difference as it is found. */
  async run(days: number, report: (difference: Difference) => void): Promise<void> {
    const first = { storeId: NIL_ID, id: NIL_ID };
    const recent = (after: PaymentKey, limit: number): Promise<CheckedPayment[]> =>
      this.ledger.findRecent(days, after, limit);
    for await (const batch of inBatchesByKey(first, recent, ({ payment }) => payment)) {
      for (const checked of batch) await this.check(checked, report);
      await this.checkCollections(batch, report);
    }
  }

  private async check(
    { payment, sums }: CheckedPayment,
    report: (difference: Difference) => void,
  ): Promise<void> {
    const base = placeOf(payment);
    for (const [what, ours, theirs] of unequalTotals(payment, sums)) {
      report({ ...base, between: 'totals and entries', what, ours, theirs });
    }
    for (const [what, ours, theirs] of await this.atGateway(payment)) {
      report({ ...base, between: 'ledger and gateway', what, ours, theirs });
    }
  }

  private async atGateway(payment: Payment): Promise<ReportedDifference[]> {
    if (isInFlight(payment)) return [];
    const { reference, externalId, state } = payment;
    const read = await this.gateways.read(payment, { reference, externalId: externalId ?? reference });
    if (read.status === 'not_asked') return [];
    if (read.status !== 'succeeded') return [['reading', state, read.status]];
    const differences = differencesFromGateway(payment, read.value);
    // A payment that changed during the gateway call is skipped; a real difference is reported on the next run.
    return differences.length > 0 && (await this.ledger.hasChanged(payment)) ? [] : differences;
  }

  private async checkCollections(
    batch: readonly CheckedPayment[],
    report: (difference: Difference) => void,
  ): Promise<void> {
    for (const storeId of new Set(batch.map(({ payment }) => payment.storeId))) {
      const ids = batch
        .filter(({ payment }) => payment.storeId === storeId)
        .map(({ payment }) => payment.collectionId);
      const sums = await this.ledger.sumByCollections(storeId, ids);
      for (const collection of await this.collections.findAll(storeId, [...new Set(ids)])) {
        const sum = sums.get(collection.id);
        for (const [what, ours, theirs] of sum ? unequalTotals(collection, sum) : []) {
          const { orderId } = collection;
          const base = { storeId, orderId, paymentId: null, sessionId: null, providerId: null };
          report({ ...base, between: 'collection and payments', what, ours, theirs });
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
