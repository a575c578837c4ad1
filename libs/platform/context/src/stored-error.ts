import { isObject, propertiesOf } from '@tandem/objects';
import { CoreError, ERROR_KINDS, type ErrorKind } from './core-error';

/** An error as data: what a dialect serializes it from, without what is only logged. */
export interface StoredError {
  readonly code: string;
  readonly kind: ErrorKind;
  readonly message: string;
  readonly field: string | null;
  /** What its class adds, by name: a decline's code, the ids that were not found. */
  readonly details: Readonly<Record<string, unknown>>;
}

// The rest of CoreError's own fields: for the log and for errors that are never stored.
const NOT_STORED = new Set([
  'code',
  'kind',
  'field',
  'log',
  'moneyMayHaveMoved',
  'retryAfterSeconds',
  'cause',
]);

export function toStoredError(error: CoreError): StoredError {
  const { code, kind, message, field } = error;
  const details = Object.entries(error).filter(([name]) => !NOT_STORED.has(name));
  return { code, kind, message, field, details: Object.fromEntries(details) };
}

/** An error that was stored: of the same code, kind, words and details, but not of the same class (`isError` knows it by its code). */
export class RestoredError extends CoreError {
  readonly code: string;
  readonly kind: ErrorKind;
  override readonly field: string | null;

  constructor({ code, kind, message, field, details }: StoredError) {
    super(message);
    Object.assign(this, details);
    this.code = code;
    this.kind = kind;
    this.field = field;
  }

  /** @throws Error if it is not a stored error */
  static from(stored: unknown): RestoredError {
    if (!isStoredError(stored)) throw new Error('a stored refusal has no code, kind and message');
    return new RestoredError(stored);
  }
}

function isStoredError(value: unknown): value is StoredError {
  const { code, kind, message, field, details } = propertiesOf(value);
  const isNamed = typeof code === 'string' && ERROR_KINDS.some((known) => known === kind);
  const isSaid = typeof message === 'string' && (field === null || typeof field === 'string');
  return isNamed && isSaid && isObject(details);
}

interface ErrorClass<E extends CoreError> {
  readonly code: string;
  new (...args: never[]): E;
}

/** Whether it is that error, or was when it was stored: `instanceof` does not know a restored one. */
export function isError<E extends CoreError>(error: unknown, type: ErrorClass<E>): error is E {
  return error instanceof CoreError && error.code === type.code;
}
