/** What a gateway said unasked, as it came. */
export interface WebhookEvent {
  readonly id: string;
  readonly providerId: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The bytes as they were received, which a signature is about. */
  readonly body: Buffer;
  /** How often it was taken, this time included. */
  readonly attempts: number;
}

export type NewWebhookEvent = Pick<WebhookEvent, 'providerId' | 'headers' | 'body'>;
