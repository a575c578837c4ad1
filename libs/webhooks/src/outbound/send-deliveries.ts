import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DeliveryQueue, type TakenJob } from './delivery-queue';
import { SendDelivery } from './send-delivery';

const EVERY_MS = 500;

// Lanes at once: one that hangs for its ten seconds holds up nobody but itself.
const MOST_LANES = 64;

// So many at a time, that the last of a lane is sent before its job would expire (see the queue).
const ROUND = 8;

/** The worker that sends what is due. Any number of servers may run one. */
@Injectable()
export class SendDeliveries implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SendDeliveries.name);
  private readonly lanes = new Set<Promise<void>>();
  private timer: NodeJS.Timeout | null = null;
  private taking: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly queue: DeliveryQueue,
    private readonly sendDelivery: SendDelivery,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.queue.start();
    this.timer = setInterval(() => void this.tick(), EVERY_MS).unref();
  }

  /** What is in hand is sent and recorded; the rest is another's, or is sent at the next start. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.taking;
    await Promise.all(this.lanes);
    await this.queue.stop();
  }

  private async tick(): Promise<void> {
    if (this.taking) return;
    this.taking = this.takeAllDue().catch((error: unknown) => this.logger.warn(`webhooks: ${String(error)}`));
    await this.taking;
    this.taking = null;
  }

  private async takeAllDue(): Promise<void> {
    while (!this.stopped && this.lanes.size < MOST_LANES) {
      const jobs = await this.queue.take(ROUND);
      for (const lane of new Set(jobs.map(({ data }) => data.lane))) {
        this.open(jobs.filter(({ data }) => data.lane === lane));
      }
      if (jobs.length < ROUND) return;
    }
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
