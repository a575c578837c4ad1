/** What a failure means to whoever asked; each dialect has its own status for each kind. */
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

/** The one family of errors the core throws. Dialects spell them; nothing else reaches a client as text. */
export abstract class CoreError extends Error {
  /** Stable, part of the API. */
  abstract readonly code: string;
  abstract readonly kind: ErrorKind;
  /** True where a call was sent and its answer is not known: the reservation must stand. */
  readonly moneyMayHaveMoved: boolean = false;
  readonly log: 'debug' | 'warn' | 'error' = 'debug';
  /** The request's field it is about, in the core's words (`amount`, `paymentMethodId`), where there is one. */
  readonly field: string | null = null;

  /** When it makes sense to ask again, where that is known. */
  readonly retryAfterSeconds: number | null = null;

  override get name(): string {
    return this.constructor.name;
  }
}

/** What an act ends in once it is recorded: a value, or a refusal that had to be committed before it is thrown. */
export type Settled<T> = { readonly value: T } | { readonly refusal: CoreError };

/** After the commit: the value, or the refusal thrown. Thrown earlier it would roll back its own record. */
export function unwrap<T>(settled: Settled<T>): T {
  if ('refusal' in settled) throw settled.refusal;
  return settled.value;
}
