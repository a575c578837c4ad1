/** How deliveries are signed: by the Standard Webhooks specification, or like Spree's own webhooks. */
export const SCHEMES = ['standard', 'spree'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** A store's URL that receives its events. */
export interface WebhookEndpoint {
  readonly storeId: string;
  readonly id: string;
  readonly url: string;
  /** Names of events, or patterns: `order.completed`, `payment.*`, `*`. */
  readonly events: readonly string[];
  readonly scheme: Scheme;
  readonly description: string | null;
  /** Only active endpoints receive events. */
  readonly active: boolean;
  /** Why the server deactivated it; null if it did not. */
  readonly disabledReason: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** An endpoint with its new secret, which is shown only once. */
export type EndpointWithSecret = WebhookEndpoint & { readonly secret: string };

/** Whether one of the patterns matches the event. `*` matches any part of a name, also an empty one, as in Spree. */
export function listensTo(patterns: readonly string[], type: string): boolean {
  return patterns.some((pattern) => matches(pattern, type));
}

// Matched part by part, because a regular expression with many stars would take exponential time.
function matches(pattern: string, name: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === name;
  if (!name.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return name.endsWith(last) && name.length - last.length >= at;
}
