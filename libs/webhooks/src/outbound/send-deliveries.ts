import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/context';
import { DeliveryQueue, type TakenJob } from './delivery-queue';
import { SendDelivery } from './send-delivery';

const EVERY_MS = 500;

// Lanes at once: one that hangs for its ten seconds holds up nobody but itself.
const MOST_LANES = 64;

// So many at a time, that the last of a lane is sent before its job would expire (see the queue).
const ROUND = 8;

/** The worker that sends what is due. Any number of servers may run one. */
@Injectable()
export class SendDeliveries extends Worker {
  private readonly lanes = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly sendDelivery: SendDelivery,
  ) {
    super(EVERY_MS);
  }

  override async onApplicationBootstrap(): Promise<void> {
    await this.queue.start();
    await super.onApplicationBootstrap();
  }

  /** What is in hand is sent and recorded; the rest is another's, or is sent at the next start. */
  override async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    await super.beforeApplicationShutdown();
    await Promise.all(this.lanes);
    await this.queue.stop();
  }

  /** Takes all that is due, as far as there are lanes for it; how much it was. */
  async run(): Promise<number> {
    let taken = 0;
    while (!this.stopped && this.lanes.size < MOST_LANES) {
      const jobs = await this.queue.take(ROUND);
      taken += jobs.length;
      for (const lane of new Set(jobs.map(({ data }) => data.lane))) {
        this.open(jobs.filter(({ data }) => data.lane === lane));
      }
      if (jobs.length < ROUND) break;
    }
    return taken;
  }

  private open(jobs: readonly TakenJob[]): void {
    const lane = this.sendInTurn(jobs).finally(() => this.lanes.delete(lane));
    this.lanes.add(lane);
  }

  /** A job that cannot be done now (no database, a stop) expires, and is given out again. */
  private async sendInTurn(jobs: readonly TakenJob[]): Promise<void> {
    for (const job of jobs) {
      if (this.stopped) return;
      try {
        await this.sendDelivery.run(job.data);
        await this.queue.done(job);
      } catch (error) {
        this.logger.warn(`webhook delivery ${job.data.deliveryId} could not be sent: ${String(error)}`);
      }
    }
  }
}
