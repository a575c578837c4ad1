import { isTransientDbError } from '@tandem/database';
import { OutcomeUnknown } from '@tandem/provider-operations';

/** Throws one of several failures. One that a retry may resolve goes first; a refusal is final. */
export function throwFirstRefusal(failures: readonly Error[]): void {
  const [failure] = [...failures.filter(mayStillSucceed), ...failures];
  if (failure) throw failure;
}

function mayStillSucceed(error: Error): boolean {
  return error instanceof OutcomeUnknown || isTransientDbError(error);
}
