import { Injectable } from '@nestjs/common';
import { RefusedClosings, type RefusedClosing } from '@tandem/provider-operations';
import { unlikeGivenUp, type Difference, type Said } from './differences';
import { FIRST_ID, inRoundsByKey } from './in-rounds';
import { PaymentsAtGateways } from './payments-at-gateways';

/**
 * Looks for money that no payment here is of: at sessions that were given up and that their gateway would not close. Changes
 * nothing; whether it is given back or sold against is for a person to say.
 */
@Injectable()
export class ReconcileClosings {
  constructor(
    private readonly closings: RefusedClosings,
    private readonly gateways: PaymentsAtGateways,
  ) {}

  async run(days: number, tell: (difference: Difference) => void): Promise<void> {
    const recent = (after: string, limit: number): Promise<RefusedClosing[]> =>
      this.closings.recent(days, after, limit);
    for await (const round of inRoundsByKey(FIRST_ID, recent, ({ id }) => id)) {
      for (const closing of round) {
        const { storeId, orderId, sessionId, providerId } = closing;
        const of = { storeId, orderId, sessionId, providerId, paymentId: null };
        for (const [what, ours, theirs] of await this.check(closing)) {
          tell({ ...of, between: 'session and gateway', what, ours, theirs });
        }
      }
    }
  }

  private async check(closing: RefusedClosing): Promise<Said[]> {
    const { externalId } = closing;
    const read = await this.gateways.read(closing, { reference: externalId, externalId });
    return read.status === 'succeeded' ? unlikeGivenUp(read.value) : [['reading', 'given up', read.status]];
  }
}
