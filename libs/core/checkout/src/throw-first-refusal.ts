import { isTransientDbError } from '@tandem/database';
import { OutcomeUnknown } from '@tandem/provider-operations';

/** Of several failures: what may still come about is said first, for it is tried again, while a refusal stands. */
export function throwFirstRefusal(failures: readonly Error[]): void {
  const [failure] = [...failures.filter(mayStillComeAbout), ...failures];
  if (failure) throw failure;
}

function mayStillComeAbout(error: Error): boolean {
  return error instanceof OutcomeUnknown || isTransientDbError(error);
}
