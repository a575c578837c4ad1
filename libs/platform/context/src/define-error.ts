import { CoreError, type ErrorKind } from './core-error';

/** Optional properties of the error; see CoreError. */
type ErrorDetails = Partial<Pick<CoreError, 'field' | 'log' | 'moneyMayHaveMoved' | 'retryAfterSeconds'>>;

type CoreErrorClass<Args extends readonly unknown[], Code extends string, Kind extends ErrorKind> = {
  readonly code: Code;
  new (...args: Args): CoreError & { readonly code: Code; readonly kind: Kind };
};

/**
 * Base class for an error: its code (stable, part of the API), its kind, and its message, which may take arguments.
 * `class EmailTaken extends defineError('email_taken', 'invalid', 'Email has already been taken') {}`
 */
export function defineError<
  const Code extends string,
  const Kind extends ErrorKind,
  Args extends readonly unknown[] = [],
>(
  code: Code,
  kind: Kind,
  message: string | ((...args: Args) => string),
  { field = null, log = 'debug', moneyMayHaveMoved = false, retryAfterSeconds = null }: ErrorDetails = {},
): CoreErrorClass<Args, Code, Kind> {
  return class extends CoreError {
    static readonly code = code;
    readonly code = code;
    readonly kind = kind;
    override readonly field = field;
    override readonly log = log;
    override readonly moneyMayHaveMoved = moneyMayHaveMoved;
    override readonly retryAfterSeconds = retryAfterSeconds;

    constructor(...args: Args) {
      super(typeof message === 'string' ? message : message(...args));
    }
  };
}
