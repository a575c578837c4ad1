import { Inject, Injectable, Logger } from '@nestjs/common';
import { Database } from '@tandem/database';
import { WebhookDeliveriesRepository } from './deliveries.repository';
import { pauseAfter, type Attempt, type DeliveryToSend } from './delivery';
import { DeliveryQueue, type DeliveryJob } from './delivery-queue';
import { EndpointSecrets } from './endpoint-secrets';
import { WebhookEndpointsRepository } from './endpoints.repository';
import { EVENT_WRITER, type EventWriter } from './event-writer';
import type { Posted } from './post-once';
import { signed } from './signature';
import { Targets } from './targets';

// "Gone": the receiver's own way to say that it wants no more.
const GONE = 410;

/**
 * One attempt at a delivery: read, send, record.
 * - 2xx is success, and nothing else is; 410 switches the endpoint off;
 * - what came of it and the job of the next attempt are written together, so neither is ever without the other;
 * - sent but not recorded (a crash): it is sent again, with the same id.
 */
@Injectable()
export class SendDelivery {
  private readonly logger = new Logger(SendDelivery.name);

  constructor(
    private readonly database: Database,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly secrets: EndpointSecrets,
    private readonly targets: Targets,
    private readonly queue: DeliveryQueue,
    @Inject(EVENT_WRITER) private readonly write: EventWriter,
  ) {}

  async run(job: DeliveryJob): Promise<void> {
    const toSend = await this.deliveries.toSend(job.storeId, job.deliveryId, job.attempts);
    if (toSend === null) return;
    if (!toSend.endpoint.active) return this.giveUp(toSend, 'the endpoint is not active');
    const posted = await this.send(toSend);
    await this.record(job, toSend, posted);
  }

  private async send({ delivery, event, endpoint }: DeliveryToSend): Promise<Posted> {
    const secrets = this.secrets.open(delivery.storeId, endpoint.id, endpoint.sealed);
    if (secrets === null) {
      this.logger.error(`the secret of webhook endpoint ${endpoint.id} cannot be opened: rotate it`);
      return { is: 'unanswered', error: 'the secret cannot be opened: rotate it' };
    }
    const message = this.write(event, endpoint.scheme);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Tandem-Webhooks/1',
      ...signed(endpoint.scheme, message, secrets, new Date()),
    };
    return this.targets.post({ url: endpoint.url, headers, body: message.body });
  }

  private async record(
    job: DeliveryJob,
    { delivery, endpoint }: DeliveryToSend,
    posted: Posted,
  ): Promise<void> {
    const attempt = attemptOf(posted);
    const isGone = attempt.status === GONE;
    const pause = attempt.arrived || isGone ? null : pauseAfter(delivery.attempts + 1);
    await this.database.transaction(async (tx) => {
      if (!(await this.deliveries.record(tx, delivery, attempt, pause))) return;
      if (isGone) await this.endpoints.switchOff(tx, delivery.storeId, endpoint.id, 'answered 410 Gone');
      if (pause !== null) await this.queue.add(tx, [{ ...job, attempts: delivery.attempts + 1 }], pause);
    });
  }

  private async giveUp({ delivery }: DeliveryToSend, error: string): Promise<void> {
    const attempt = { arrived: false, status: null, body: null, error };
    await this.database.transaction((tx) => this.deliveries.record(tx, delivery, attempt, null));
  }
}

function attemptOf(posted: Posted): Attempt {
  if (posted.is === 'unanswered') return { arrived: false, status: null, body: null, error: posted.error };
  const { status, body } = posted;
  return { arrived: status >= 200 && status < 300, status, body, error: null };
}
