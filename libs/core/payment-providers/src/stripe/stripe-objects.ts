/** Metadata key for the operation that created an object, so that a look-up can find it. */
export const OPERATION = 'tandem_operation';

/** Metadata key for the operation that captured an intent. */
export const CAPTURE = 'tandem_capture';

/** A response about another object than requested: nothing may be concluded from it. */
export class UnexpectedObject extends Error {
  override readonly name = 'UnexpectedObject';
}

/** Returns the object if it has the requested id. @throws UnexpectedObject otherwise */
export function expectId<T extends { readonly id: string }>(object: T, id: string): T {
  if (object.id !== id) throw new UnexpectedObject();
  return object;
}

/** The id of a related object, which may be expanded. */
export function referenceOf(other: string | { readonly id: string } | null): string | null {
  return typeof other === 'object' ? (other?.id ?? null) : other;
}

/** Stripe's details of one payment method type or next action, keyed by the type's name. */
export type Details = Readonly<Record<string, unknown>>;

/** A nested object by name; empty if absent. */
export function detailsOf(object: object, name: string): Details {
  const part: unknown = Reflect.get(object, name);
  return typeof part === 'object' && part !== null ? { ...part } : {};
}
