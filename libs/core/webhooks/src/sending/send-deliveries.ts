import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { GIVE_UP_SECONDS, type DeliveryToSend } from '../deliveries/delivery';
import { DueDeliveriesRepository, type WaitingEndpoint } from './due-deliveries.repository';
import { Places } from './places';
import { SendDelivery } from './send-delivery';

const EVERY_MS = 500;

/**
 * The worker that sends what is due. Any number of servers may run one. A round looks at which endpoints wait, deals out the places
 * that are free, and leases as many deliveries; each that is settled starts the next round.
 */
@Injectable()
export class SendDeliveries extends Worker {
  private readonly places = new Places();
  private readonly inHand = new Set<Promise<void>>();

  constructor(
    private readonly deliveries: DueDeliveriesRepository,
    private readonly sendDelivery: SendDelivery,
  ) {
    super(EVERY_MS);
  }

  /** What is in hand is sent and settled; the rest is another server's, or is sent at the next start. */
  override async beforeApplicationShutdown(): Promise<void> {
    await super.beforeApplicationShutdown();
    await Promise.all(this.inHand);
  }

  /** One round; how many deliveries it was. What can be sent comes before what is abandoned. */
  async run(): Promise<number> {
    const waiting = await this.deliveries.endpoints();
    const isHopeless = ({ active, isDead }: WaitingEndpoint): boolean => !active || isDead;
    const taken = await this.take(waiting.filter((endpoint) => !isHopeless(endpoint)));
    const hopeless = waiting.filter(isHopeless);
    for (const endpoint of hopeless) await this.giveUp(endpoint);
    return taken + hopeless.length;
  }

  private async take(waiting: readonly WaitingEndpoint[]): Promise<number> {
    // In no order: of equals each comes first at times.
    const rooms = this.places.deal(shuffled(waiting));
    if (rooms.length === 0) return 0;
    const { toSend, putOff } = await this.deliveries.take(rooms);
    for (const delivery of toSend) this.send(delivery);
    // What was put off made way for others that are due.
    if (putOff > 0) this.soon();
    return toSend.length + putOff;
  }

  private async giveUp(endpoint: WaitingEndpoint): Promise<void> {
    const given = endpoint.active
      ? await this.deliveries.giveUp(endpoint, 'the endpoint was down for three days', GIVE_UP_SECONDS)
      : await this.deliveries.giveUp(endpoint, 'the endpoint is not active', 0);
    if (given > 0) {
      this.logger.warn(`gave up ${given} deliveries to webhook endpoint ${endpoint.id}`);
      this.soon();
    }
  }

  private send(delivery: DeliveryToSend): void {
    const endpoint = { storeId: delivery.delivery.storeId, id: delivery.endpoint.id };
    this.places.take(endpoint);
    const sending = this.settled(delivery).finally(() => {
      this.inHand.delete(sending);
      this.places.free(endpoint);
      this.soon();
    });
    this.inHand.add(sending);
  }

  /** One that cannot be settled now (no database) is sent again, by whichever server, when its lease is over. */
  private async settled(delivery: DeliveryToSend): Promise<void> {
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
