import { Injectable, Logger } from '@nestjs/common';
import { isTransientDbError } from '@tandem/database';
import { Turns } from '@tandem/jobs';
import type { Attempt, DeliveryToSend } from '../deliveries/delivery';
import { EndpointSecrets } from '../endpoints/endpoint-secrets';
import type { Posted } from './post-once';
import { SecretRotation } from '../endpoints/secret-rotation';
import { SettleDelivery } from './settle-delivery';
import { signed, type Message } from './signature';
import { Targets } from './targets';
import { WriteMessage } from './write-message';

// At most this many database connections for deliveries: the rest stays available to payments, however many endpoints respond at once.
const MAX_CONNECTIONS = 4;

/**
 * One attempt at a leased delivery: send, settle.
 * - only 2xx is success; 410 deactivates the endpoint;
 * - sent but not settled (a crash): it is sent again with the same id once the lease ends.
 */
@Injectable()
export class SendDelivery {
  private readonly logger = new Logger(SendDelivery.name);
  private readonly secretRotation = new SecretRotation();
  private readonly queue = new Turns(MAX_CONNECTIONS);

  constructor(
    private readonly secrets: EndpointSecrets,
    private readonly targets: Targets,
    private readonly settleDelivery: SettleDelivery,
    private readonly writeMessage: WriteMessage,
  ) {}

  async run(toSend: DeliveryToSend): Promise<void> {
    const attempt = await this.send(toSend);
    await this.queue.add(toSend.delivery.id, () => this.settleDelivery.run(toSend, attempt));
  }

  private async send(toSend: DeliveryToSend): Promise<Attempt> {
    const { delivery, endpoint } = toSend;
    const valid = this.secrets.unseal(delivery.storeId, endpoint.id, endpoint.sealed);
    if (valid === null) {
      this.logger.error(`the secret of webhook endpoint ${endpoint.id} cannot be decrypted: rotate it`);
      return attemptOf({ is: 'unanswered', error: 'the secret cannot be decrypted: rotate it' });
    }
    const message = await this.messageOf(toSend);
    if (message === null) return attemptOf({ is: 'unanswered', error: 'the event could not be written' });
    const secrets = this.secretRotation.orderForAttempt(endpoint.id, valid, delivery.attempts);
    const headers = {
      'content-type': 'application/json',
      'user-agent': 'Tandem-Webhooks/1',
      ...signed(endpoint.scheme, message, secrets, new Date()),
    };
    const attempt = attemptOf(await this.targets.post({ url: endpoint.url, headers, body: message.body }));
    if (attempt.arrived) this.secretRotation.recordDelivery(endpoint.id, secrets);
    return attempt;
  }

  /** Null if the event cannot be serialized: a failed attempt, so that it is finally abandoned and blocks nothing forever. */
  private async messageOf(toSend: DeliveryToSend): Promise<Message | null> {
    try {
      return await this.queue.add(toSend.delivery.id, () => this.writeMessage.run(toSend));
    } catch (error) {
      if (isTransientDbError(error)) throw error;
      this.logger.error(`event ${toSend.event.id} could not be written: ${String(error)}`);
      return null;
    }
  }
}

function attemptOf(posted: Posted): Attempt {
  if (posted.is === 'unanswered') return { arrived: false, status: null, body: null, error: posted.error };
  const { status, body } = posted;
  return { arrived: status >= 200 && status < 300, status, body, error: null };
}
