/** What a failure means to the client; each dialect maps each kind to a status. */
export const ERROR_KINDS = [
  'invalid',
  'unsupported',
  'not_found',
  'conflict',
  'forbidden',
  'unauthorized',
  'limited',
  'refused',
  'unknown',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** Base of all errors the core throws. Dialects map them to responses; no other error's text reaches a client. */
export abstract class CoreError extends Error {
  /** Stable; part of the API. */
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  /** True when a call was sent and its outcome is unknown: the reservation must stay. */
  readonly moneyMayHaveMoved: boolean = false;
  readonly log: 'debug' | 'warn' | 'error' = 'debug';
  /** The request field at fault, by its name in the core (`amount`, `paymentMethodId`), if any. */
  readonly field: string | null = null;

  /** When to retry, if known. */
  readonly retryAfterSeconds: number | null = null;

  override get name(): string {
    return this.constructor.name;
  }
}

/** The recorded outcome of an act: a value, or an error that had to be committed before it is thrown. */
export type Result<T> = { readonly value: T } | { readonly error: CoreError };

/**
 * Returns the value or throws the error. Call it after the commit: thrown inside the transaction, the error would roll back its
 * own record.
 */
export function getOrThrow<T>(result: Result<T>): T {
  if ('error' in result) throw result.error;
  return result.value;
}
