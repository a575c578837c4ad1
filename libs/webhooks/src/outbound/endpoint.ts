import type { EventType } from '@tandem/events';

/** How deliveries are signed: by the Standard Webhooks scheme, or as Spree signs its own. */
export const SCHEMES = ['standard', 'spree'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** An address of a store's own, told of its events. */
export interface WebhookEndpoint {
  readonly storeId: string;
  readonly id: string;
  readonly url: string;
  /** Names of events, or globs: `order.completed`, `payment.*`, `*`. */
  readonly events: readonly string[];
  readonly scheme: Scheme;
  readonly description: string | null;
  /** Only an active one is told of what happens. */
  readonly active: boolean;
  /** Why it was switched off, where it was not by its owner. */
  readonly disabledReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An endpoint whose secret was just made: it is shown here and never again. */
export type EndpointWithSecret = WebhookEndpoint & { readonly secret: string };

/** Whether one of the globs names the event. `*` stands for all, or for all after the dot. */
export function listensTo(globs: readonly string[], type: EventType): boolean {
  const [about = ''] = type.split('.');
  return globs.some((glob) => glob === '*' || glob === type || glob === `${about}.*`);
}
