import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Scheme } from '../endpoints/endpoint';

/** The signed message: the same text on every attempt. */
export interface Message {
  /** The event's public id, by which a receiver recognizes repeats. */
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** All valid secrets; the first one signs headers that hold a single signature. */
export type Secrets = readonly [string, ...string[]];

/** The signature headers. */
export function signed(scheme: Scheme, message: Message, secrets: Secrets, at: Date): Record<string, string> {
  const timestamp = Math.floor(at.getTime() / 1000).toString();
  if (scheme === 'standard') {
    return {
      'webhook-id': message.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': secrets
        .map((secret) => new Webhook(secret).sign(message.id, at, message.body))
        .join(' '),
    };
  }
  const [main, ...others] = secrets;
  const sign = (secret: string): string =>
    createHmac('sha256', secret).update(`${timestamp}.${message.body}`).digest('hex');
  return {
    'x-spree-webhook-event': message.type,
    'x-spree-webhook-timestamp': timestamp,
    'x-spree-webhook-signature': sign(main),
    // Spree's header holds one signature; during a rotation the others are in a second header.
    ...(others.length > 0 && { 'x-spree-webhook-signature-previous': others.map(sign).join(',') }),
  };
}
