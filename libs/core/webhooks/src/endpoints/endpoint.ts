/** How deliveries are signed: by the Standard Webhooks scheme, or as Spree signs its own. */
export const SCHEMES = ['standard', 'spree'] as const;
export type Scheme = (typeof SCHEMES)[number];

/** An address of a store's own, told of its events. */
export interface WebhookEndpoint {
  readonly storeId: string;
  readonly id: string;
  readonly url: string;
  /** Names of events, or patterns: `order.completed`, `payment.*`, `*`. */
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

/** Whether one of the patterns names the event. `*` stands for any part of a name, none included, as in Spree. */
export function listensTo(patterns: readonly string[], type: string): boolean {
  return patterns.some((pattern) => matches(pattern, type));
}

// Found part by part and not by a regular expression: one made of many stars would take for ever.
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
