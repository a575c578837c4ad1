import { Injectable } from '@nestjs/common';
import { RefusedCancellationsRepository, type RefusedCancellation } from '@tandem/provider-operations';
import { unlikeAbandoned, type Difference, type ReportedDifference } from './differences';
import { NIL_ID, inBatchesByKey } from './drain-in-batches';
import { PaymentsAtGateways } from './payments-at-gateways';

/**
 * Looks for money without a payment in the ledger: at abandoned sessions that their gateway refused to cancel. Changes nothing;
 * whether to refund it is decided manually.
 */
@Injectable()
export class ReconcileCancellations {
  constructor(
    private readonly cancellations: RefusedCancellationsRepository,
    private readonly gateways: PaymentsAtGateways,
  ) {}

  async run(days: number, report: (difference: Difference) => void): Promise<void> {
    const recent = (after: string, limit: number): Promise<RefusedCancellation[]> =>
      this.cancellations.findRecent(days, after, limit);
    for await (const batch of inBatchesByKey(NIL_ID, recent, ({ id }) => id)) {
      for (const closing of batch) {
        const { storeId, orderId, sessionId, providerId } = closing;
        const base = { storeId, orderId, sessionId, providerId, paymentId: null };
        for (const [what, ours, theirs] of await this.check(closing)) {
          report({ ...base, between: 'session and gateway', what, ours, theirs });
        }
      }
    }
  }

  private async check(closing: RefusedCancellation): Promise<ReportedDifference[]> {
    const { externalId } = closing;
    const read = await this.gateways.read(closing, { reference: externalId, externalId });
    return read.status === 'succeeded'
      ? unlikeAbandoned(read.value)
      : [['reading', 'abandoned', read.status]];
  }
}
