import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { MAX_AGE_SECONDS, type DeliveryToSend } from '../deliveries/delivery';
import { DueDeliveriesRepository, type WaitingEndpoint } from './due-deliveries.repository';
import { Places } from './places';
import { SendDelivery } from './send-delivery';

const POLL_INTERVAL_MS = 500;

/**
 * The worker that sends due deliveries. Any number of servers may run one. A round finds the waiting endpoints, assigns
 * free places, and leases as many deliveries; each settled delivery starts the next round.
 */
@Injectable()
export class SendDeliveries extends Worker {
  private readonly places = new Places();
  private readonly inProgress = new Set<Promise<void>>();

  constructor(
    private readonly deliveries: DueDeliveriesRepository,
    private readonly sendDelivery: SendDelivery,
  ) {
    super(POLL_INTERVAL_MS);
  }

  /** Finishes the deliveries in progress; the rest is left to other servers or the next start. */
  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    await Promise.all(this.inProgress);
  }

  /** One round; returns the number of deliveries. Sends first, then abandons. */
  async run(): Promise<number> {
    const waiting = await this.deliveries.findWaitingEndpoints();
    const mustFail = ({ active, isDead }: WaitingEndpoint): boolean => !active || isDead;
    const taken = await this.leaseDue(waiting.filter((endpoint) => !mustFail(endpoint)));
    const failing = waiting.filter(mustFail);
    for (const endpoint of failing) await this.failAll(endpoint);
    return taken + failing.length;
  }

  private async leaseDue(waiting: readonly WaitingEndpoint[]): Promise<number> {
    // In random order, so that ties are fair.
    const capacities = this.places.assign(shuffled(waiting));
    if (capacities.length === 0) return 0;
    const { toSend, putOff } = await this.deliveries.leaseDue(capacities);
    for (const delivery of toSend) this.send(delivery);
    // Others may be due in place of the postponed ones.
    if (putOff > 0) this.runSoon();
    return toSend.length + putOff;
  }

  private async failAll(endpoint: WaitingEndpoint): Promise<void> {
    const abandoned = endpoint.active
      ? await this.deliveries.failAll(endpoint, 'the endpoint was down for three days', MAX_AGE_SECONDS)
      : await this.deliveries.failAll(endpoint, 'the endpoint is not active', 0);
    if (abandoned > 0) {
      this.logger.warn(`abandoned ${abandoned} deliveries to webhook endpoint ${endpoint.id}`);
      this.runSoon();
    }
  }

  private send(delivery: DeliveryToSend): void {
    const endpoint = { storeId: delivery.delivery.storeId, id: delivery.endpoint.id };
    this.places.occupy(endpoint);
    const sending = this.settleLogged(delivery).finally(() => {
      this.inProgress.delete(sending);
      this.places.free(endpoint);
      this.runSoon();
    });
    this.inProgress.add(sending);
  }

  /** If it cannot be settled now (no database), any server sends it again when its lease ends. */
  private async settleLogged(delivery: DeliveryToSend): Promise<void> {
    try {
      await this.sendDelivery.run(delivery);
    } catch (error) {
      this.logger.warn(`webhook delivery ${delivery.delivery.id} could not be settled: ${String(error)}`);
    }
  }
}

function shuffled<T>(all: readonly T[]): T[] {
  return all
    .map((each) => ({ each, at: Math.random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ each }) => each);
}
