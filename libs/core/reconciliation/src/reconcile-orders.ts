import { Injectable } from '@nestjs/common';
import { PlacementsRepository, type UnplacedOrder } from '@tandem/orders';
import type { Difference } from './differences';
import { NIL_ID, inBatchesByKey } from './drain-in-batches';

/** Reports all paid orders that are not completed, of any age. Changes nothing. */
@Injectable()
export class ReconcileOrders {
  constructor(private readonly placements: PlacementsRepository) {}

  async run(report: (difference: Difference) => void): Promise<void> {
    const unplaced = (after: string, limit: number): Promise<UnplacedOrder[]> =>
      this.placements.findInAllStores(after, limit);
    for await (const batch of inBatchesByKey(NIL_ID, unplaced, ({ id }) => id)) {
      for (const { storeId, id: orderId, problem } of batch) {
        const base = { storeId, orderId, paymentId: null, sessionId: null, providerId: null };
        report({
          ...base,
          between: 'order and payments',
          what: 'state',
          ours: 'open',
          theirs: `paid (${problem})`,
        });
      }
    }
  }
}
