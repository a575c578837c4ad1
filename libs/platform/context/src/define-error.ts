import { CoreError, type ErrorKind } from './core-error';

/** What an error says beside its message; see CoreError. */
type More = Partial<Pick<CoreError, 'field' | 'log' | 'moneyMayHaveMoved' | 'retryAfterSeconds'>>;

type CoreErrorClass<Args extends readonly unknown[], Code extends string, Kind extends ErrorKind> = {
  readonly code: Code;
  new (...args: Args): CoreError & { readonly code: Code; readonly kind: Kind };
};

/**
 * The base of an error class: its code, which is stable and part of the API, its kind, and its message, which may take arguments.
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
  { field = null, log = 'debug', moneyMayHaveMoved = false, retryAfterSeconds = null }: More = {},
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
