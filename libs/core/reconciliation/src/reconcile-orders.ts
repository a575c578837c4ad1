import { Injectable } from '@nestjs/common';
import { PlacementsRepository, type UnplacedOrder } from '@tandem/orders';
import type { Difference } from './differences';
import { FIRST_ID, inRoundsByKey } from './in-rounds';

/** Names the open orders that money is on and that are not placed, however old. Changes nothing. */
@Injectable()
export class ReconcileOrders {
  constructor(private readonly placements: PlacementsRepository) {}

  async run(tell: (difference: Difference) => void): Promise<void> {
    const unplaced = (after: string, limit: number): Promise<UnplacedOrder[]> =>
      this.placements.ofAllStores(after, limit);
    for await (const round of inRoundsByKey(FIRST_ID, unplaced, ({ id }) => id)) {
      for (const { storeId, id: orderId, problem } of round) {
        const of = { storeId, orderId, paymentId: null, sessionId: null, providerId: null };
        tell({
          ...of,
          between: 'order and payments',
          what: 'state',
          ours: 'open',
          theirs: `paid (${problem})`,
        });
      }
    }
  }
}
