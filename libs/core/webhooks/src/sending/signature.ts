import { createHmac } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import type { Scheme } from '../endpoints/endpoint';

/** What is signed: the same text on every attempt, at the time of this one. */
export interface Message {
  /** The event's public id: how a receiver tells a repeat. */
  readonly id: string;
  readonly type: string;
  readonly body: string;
}

/** All secrets that are good; the first is what a header that holds one signature has it of. */
export type Secrets = readonly [string, ...string[]];

/** The headers that prove who sent it. */
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
    // Spree's header holds one; while a secret is rotated the others stand beside it.
    ...(others.length > 0 && { 'x-spree-webhook-signature-previous': others.map(sign).join(',') }),
  };
}
