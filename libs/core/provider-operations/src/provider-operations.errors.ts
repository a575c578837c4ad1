import { CoreError } from '@tandem/context';

/** The call was sent, but the response is missing or unclear. The reservation stays; the resolver looks it up by the same key. */
export class OutcomeUnknown extends CoreError {
  readonly code = 'outcome_unknown';
  readonly kind = 'unknown';
  override readonly moneyMayHaveMoved = true;
  override readonly log = 'warn';

  constructor(
    operationId: string,
    override readonly cause: string,
  ) {
    super('The payment provider gave no clear answer yet. Try again shortly.');
    this.operationId = operationId;
  }

  readonly operationId: string;
}
