// No text that is searched for is longer.
const LONGEST = 255;

/** One of Spree's `q[…]` predicates, e.g. `q[state_eq]`; undefined where it is missing, empty or no text. */
export function predicate(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const asked = query['q'];
  if (typeof asked !== 'object' || asked === null) return undefined;
  return textIn((asked as Record<string, unknown>)[name]);
}

/** Text of a query that is worth looking for. */
export function textIn(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value.slice(0, LONGEST) : undefined;
}
