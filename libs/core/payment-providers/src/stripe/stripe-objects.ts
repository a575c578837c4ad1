/** Where the operation that made an object is written on it, for whoever looks it up after a lost answer. */
export const OPERATION = 'tandem_operation';

/** Where the operation that captured an intent is written on it. */
export const CAPTURE = 'tandem_capture';

/** An answer that is about something else than was asked: nothing may be concluded from it. */
export class NotWhatWasAsked extends Error {
  override readonly name = 'NotWhatWasAsked';
}

/** The object itself. @throws NotWhatWasAsked where Stripe speaks of another */
export function asAsked<T extends { readonly id: string }>(object: T, id: string): T {
  if (object.id !== id) throw new NotWhatWasAsked();
  return object;
}

/** The id of another object, which Stripe writes out where it was asked to. */
export function referenceOf(other: string | { readonly id: string } | null): string | null {
  return typeof other === 'object' ? (other?.id ?? null) : other;
}

/** What Stripe says of one kind of payment method or next action, under the kind's own name. */
export type Details = Readonly<Record<string, unknown>>;

/** What an object of Stripe's has under a name; nothing where it has none. */
export function detailsOf(object: object, name: string): Details {
  const part: unknown = Reflect.get(object, name);
  return typeof part === 'object' && part !== null ? { ...part } : {};
}
