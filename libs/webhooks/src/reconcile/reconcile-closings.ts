import { Injectable } from '@nestjs/common';
import { RefusedClosings, type RefusedClosing } from '@tandem/provider-operations';
import { unlikeGivenUp, type Difference, type Said } from './differences';
import { PaymentsAtGateways } from './payments-at-gateways';

const ROUND = 100;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

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
    for (let after = BEFORE_ALL; ;) {
      const round = await this.closings.recent(days, after, ROUND);
      for (const closing of round) {
        const { storeId, orderId, sessionId, providerId } = closing;
        const of = { storeId, orderId, sessionId, providerId, paymentId: null };
        for (const [what, ours, theirs] of await this.check(closing)) {
          tell({ ...of, between: 'session and gateway', what, ours, theirs });
        }
      }
      const last = round.at(-1);
      if (!last || round.length < ROUND) return;
      after = last.id;
    }
  }

  private async check(closing: RefusedClosing): Promise<Said[]> {
    const { externalId } = closing;
    const read = await this.gateways.read(closing, { reference: externalId, externalId });
    return read.is === 'done' ? unlikeGivenUp(read.value) : [['reading', 'given up', read.is]];
  }
}
