import { Injectable } from '@nestjs/common';
import { RefusedClosings, type RefusedClosing } from '@tandem/provider-operations';
import { unlikeGivenUp, type Difference, type Said } from './differences';
import { FIRST_ID, inRoundsByKey } from './in-rounds';
import { PaymentsAtGateways } from './payments-at-gateways';

/**
 * Looks for money without a payment in the ledger: at abandoned sessions that their gateway refused to cancel. Changes nothing;
 * whether to refund it is decided manually.
 */
@Injectable()
export class ReconcileClosings {
  constructor(
    private readonly closings: RefusedClosings,
    private readonly gateways: PaymentsAtGateways,
  ) {}

  async run(days: number, report: (difference: Difference) => void): Promise<void> {
    const recent = (after: string, limit: number): Promise<RefusedClosing[]> =>
      this.closings.recent(days, after, limit);
    for await (const batch of inRoundsByKey(FIRST_ID, recent, ({ id }) => id)) {
      for (const closing of batch) {
        const { storeId, orderId, sessionId, providerId } = closing;
        const base = { storeId, orderId, sessionId, providerId, paymentId: null };
        for (const [what, ours, theirs] of await this.check(closing)) {
          report({ ...base, between: 'session and gateway', what, ours, theirs });
        }
      }
    }
  }

  private async check(closing: RefusedClosing): Promise<Said[]> {
    const { externalId } = closing;
    const read = await this.gateways.read(closing, { reference: externalId, externalId });
    return read.status === 'succeeded' ? unlikeGivenUp(read.value) : [['reading', 'abandoned', read.status]];
  }
}
