import { Injectable } from '@nestjs/common';
import { gateway, noIdempotency } from '@tandem/context';
import { Worker } from '@tandem/jobs';
import { PlacementsRepository, type Order } from '@tandem/orders';
import { PlaceCoveredOrder } from './place-covered-order';

// As often as the resolver: a process that was killed between a payment and its order leaves it no longer than that.
const POLL_INTERVAL_MS = 1000;
const BATCH_SIZE = 20;

/** Looks at the open orders that are to be placed, or that money was left on, and places those that can be. */
@Injectable()
export class PlaceDueOrders extends Worker {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly placing: PlaceCoveredOrder,
  ) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** One round; how many were looked at. */
  async run(): Promise<number> {
    const due = await this.placements.takeDue(BATCH_SIZE);
    for (const order of due) await this.look(order);
    return due.length;
  }

  private async look({ storeId, id }: Pick<Order, 'storeId' | 'id'>): Promise<void> {
    try {
      await this.placing.look({ storeId, caller: gateway, idempotency: noIdempotency }, id);
    } catch (error) {
      this.logger.error(`order ${id} could not be placed: ${String(error)}`);
    }
  }
}
