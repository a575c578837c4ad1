import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '@tandem/database';
import { breakerAfter } from './breaker';
import { pauseAfter, type Attempt, type DeliveryToSend } from '../deliveries/delivery';
import { DueDeliveriesRepository } from './due-deliveries.repository';
import { WebhookEndpointsRepository } from '../endpoints/endpoints.repository';

// The receiver wants no more deliveries.
const GONE = 410;

/** Records the result of an attempt: the delivery, the order's next one, and the endpoint's breaker. */
@Injectable()
export class SettleDelivery {
  constructor(
    private readonly database: Database,
    private readonly deliveries: DueDeliveriesRepository,
    private readonly endpoints: WebhookEndpointsRepository,
  ) {}

  async run(sent: DeliveryToSend, attempt: Attempt): Promise<void> {
    // For a healthy endpoint only the delivery changes: one statement.
    if (attempt.arrived && sent.endpoint.failures === 0) void (await this.settle(sent, attempt));
    else await this.database.transaction((tx) => this.settleWithEndpoint(tx, sent, attempt));
  }

  /** Locks the endpoint first, in the same order as its deletion. */
  private async settleWithEndpoint(tx: Tx, sent: DeliveryToSend, attempt: Attempt): Promise<void> {
    const { storeId } = sent.delivery;
    const { id } = sent.endpoint;
    const breaker = await this.endpoints.lockBreaker(tx, storeId, id);
    if (breaker === null || !(await this.settle(sent, attempt, tx))) return;
    if (attempt.status === GONE) await this.endpoints.switchOff(tx, storeId, id, 'answered 410 Gone');
    const change = breakerAfter(breaker, sent.endpoint, attempt.arrived);
    if (change) await this.endpoints.setBreaker(tx, storeId, id, change);
  }

  private settle({ delivery }: DeliveryToSend, attempt: Attempt, tx?: Tx): Promise<boolean> {
    const isLast = attempt.arrived || attempt.status === GONE;
    const ageSeconds = (Date.now() - delivery.createdAt.getTime()) / 1000;
    const pause = isLast ? null : pauseAfter(delivery.attempts + 1, ageSeconds);
    return this.deliveries.settle(delivery, attempt, pause, tx);
  }
}
