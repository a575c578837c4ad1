import { CoreError, defineError } from '@tandem/context';

export class MalformedJson extends defineError(
  'malformed_json',
  'invalid',
  (message?: string) => message ?? 'The request body is not valid JSON',
) {}

/** A body of another type, charset or content encoding: refused, never dropped. */
export class BodyNotJson extends defineError(
  'unsupported_media_type',
  'unsupported',
  (message?: string) =>
    message ?? 'The request body must be JSON in UTF-8, with Content-Type: application/json',
) {}

/** More than 100 KiB. */
export class BodyTooLarge extends defineError('request_too_large', 'invalid', 'Request body too large') {}

export class BodyTooDeep extends defineError(
  'body_too_deep',
  'invalid',
  'The request body is nested too deeply',
) {}

/** Postgres text cannot store it, and no real text contains it. */
export class NulCharacter extends defineError(
  'nul_character',
  'invalid',
  'The request contains a NUL character',
) {}

/** A lone UTF-16 surrogate: Postgres's JSON refuses it, and URL encoding throws on it. */
export class LoneSurrogate extends defineError(
  'half_character',
  'invalid',
  'The request contains half a surrogate pair',
) {}

/** One validation error of a DTO. */
export interface Problem {
  /** `items.0.quantity` */
  readonly path: string;
  /** Messages by the rule's name (`isString`). */
  readonly constraints: Readonly<Record<string, string>>;
  /** The value sent; only for a dialect's message, never logged. */
  readonly value: unknown;
}

/** A body or query that fails its DTO's validation; each dialect formats it. */
export class InvalidRequest extends defineError(
  'invalid_request_fields',
  'invalid',
  'The request has invalid fields',
) {
  constructor(readonly problems: readonly Problem[]) {
    super();
  }
}

/**
 * The database is busy, full, failing over or unreachable. The failed transaction wrote nothing; an earlier one of the request
 * may have.
 */
export class ServiceUnavailable extends CoreError {
  readonly code = 'server_busy';
  readonly kind = 'unknown';
  override readonly log = 'warn';
  override readonly retryAfterSeconds = 1;

  constructor(override readonly cause: unknown) {
    super('The server is busy: please try again');
  }
}

/** The database did not confirm the commit: the same request with the same key finds out. */
export class CommitUnanswered extends CoreError {
  readonly code = 'outcome_unknown';
  readonly kind = 'unknown';
  override readonly moneyMayHaveMoved = true;
  override readonly log = 'warn';
  override readonly retryAfterSeconds = 1;

  constructor(override readonly cause: unknown) {
    super('It is not known yet whether this was done: please send the same request again');
  }
}
