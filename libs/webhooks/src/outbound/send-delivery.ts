import { Inject, Injectable, Logger } from '@nestjs/common';
import { Turns } from '../turns';
import type { Attempt, DeliveryToSend } from './delivery';
import { EndpointSecrets } from './endpoint-secrets';
import { EVENT_WRITER, type EventWriter } from './event-writer';
import type { Posted } from './post-once';
import { SettleDelivery } from './settle-delivery';
import { signed } from './signature';
import { Targets } from './targets';

// Of the connections to the database, so many at most settle attempts: payments have the others, however many endpoints answer at once.
const MOST_SETTLING = 4;

/**
 * One attempt at a delivery that this server has the lease of: send, settle.
 * - 2xx is success, and nothing else is; 410 switches the endpoint off;
 * - sent but not settled (a crash): it is sent again once the lease is over, with the same id.
 */
@Injectable()
export class SendDelivery {
  private readonly logger = new Logger(SendDelivery.name);
  private readonly turns = new Turns(MOST_SETTLING);

  constructor(
    private readonly secrets: EndpointSecrets,
    private readonly targets: Targets,
    private readonly settleDelivery: SettleDelivery,
    @Inject(EVENT_WRITER) private readonly write: EventWriter,
  ) {}

  async run(toSend: DeliveryToSend): Promise<void> {
    const attempt = attemptOf(await this.send(toSend));
    await this.turns.run(toSend.delivery.id, () => this.settleDelivery.run(toSend, attempt));
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
}

function attemptOf(posted: Posted): Attempt {
  if (posted.is === 'unanswered') return { arrived: false, status: null, body: null, error: posted.error };
  const { status, body } = posted;
  return { arrived: status >= 200 && status < 300, status, body, error: null };
}
