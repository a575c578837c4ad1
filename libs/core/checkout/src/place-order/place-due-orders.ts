import { Injectable } from '@nestjs/common';
import { gateway, noIdempotency } from '@tandem/context';
import { Worker } from '@tandem/jobs';
import { PlacementsRepository, type Order } from '@tandem/orders';
import { PlaceCoveredOrder } from './place-covered-order';

// As often as the resolver: if a process is killed between a payment and its order, the order waits no longer than this.
const POLL_INTERVAL_MS = 1000;
const BATCH_SIZE = 20;

/** Checks open orders that are due to be placed or have money on them, and places those that it can. */
@Injectable()
export class PlaceDueOrders extends Worker {
  constructor(
    private readonly placements: PlacementsRepository,
    private readonly placing: PlaceCoveredOrder,
  ) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** Runs one batch; returns how many orders were checked. */
  async run(): Promise<number> {
    const due = await this.placements.leaseDue(BATCH_SIZE);
    for (const order of due) await this.reviewOrder(order);
    return due.length;
  }

  private async reviewOrder({ storeId, id }: Pick<Order, 'storeId' | 'id'>): Promise<void> {
    try {
      await this.placing.reviewOrder({ storeId, caller: gateway, idempotency: noIdempotency }, id);
    } catch (error) {
      this.logger.error(`order ${id} could not be placed: ${String(error)}`);
    }
  }
}
