import { CoreError, defineError } from '@tandem/context';

export class MalformedJson extends defineError(
  'malformed_json',
  'invalid',
  (message?: string) => message ?? 'The request body is not valid JSON',
) {}

/** A body of another type, charset or content encoding: it is refused, never dropped. */
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

/** Postgres text cannot hold it, and no honest text does. */
export class NulCharacter extends defineError(
  'nul_character',
  'invalid',
  'The request contains a NUL character',
) {}

/** Half a character of UTF-16: Postgres's JSON refuses it, and what writes URLs throws at it. */
export class HalfCharacter extends defineError(
  'half_character',
  'invalid',
  'The request contains half a surrogate pair',
) {}

/** One thing a DTO found wrong. */
export interface Problem {
  /** `items.0.quantity` */
  readonly path: string;
  /** By the rule's name (`isString`), in its words. */
  readonly constraints: Readonly<Record<string, string>>;
  /** What was sent; for a dialect's words only, never logged. */
  readonly value: unknown;
}

/** A body or query that its DTO refuses; each dialect has its own words for it. */
export class InvalidRequest extends defineError(
  'invalid_request_fields',
  'invalid',
  'The request has invalid fields',
) {
  constructor(readonly problems: readonly Problem[]) {
    super();
  }
}

/** The database is busy, full, failing over or unreachable. The transaction that failed wrote nothing; an earlier one may have. */
export class ServiceUnavailable extends CoreError {
  readonly code = 'server_busy';
  readonly kind = 'unknown';
  override readonly log = 'warn';
  override readonly retryAfterSeconds = 1;

  constructor(override readonly cause: unknown) {
    super('The server is busy: please try again');
  }
}

/** The database did not say whether it has committed: the same request, sent again with the same key, finds out. */
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
