import { CoreError } from '@tandem/context';
import type { Declined } from '@tandem/provider-kit';

export class PaymentNotFound extends CoreError {
  readonly code = 'payment_not_found';
  readonly kind = 'not_found';

  /** `shownId` is the id as the caller spelled it. */
  constructor(readonly shownId: string) {
    super('Payment not found');
  }
}

export class RefundReasonNotFound extends CoreError {
  readonly code = 'refund_reason_not_found';
  readonly kind = 'not_found';
  override readonly field = 'refundReasonId';

  constructor(readonly shownId: string) {
    super('Refund reason not found');
  }
}

/** More was asked for than is authorized and neither captured nor being captured. */
export class CaptureExceedsAuthorized extends CoreError {
  readonly code = 'capture_exceeds_authorized';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor() {
    super('The amount is more than what is left to capture');
  }
}

/** More was asked for than is captured and neither refunded nor being refunded. */
export class RefundExceedsCaptured extends CoreError {
  readonly code = 'refund_exceeds_captured';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor() {
    super('The amount is more than what is left to refund');
  }
}

/** The payment's state does not know the verb, e.g. a capture of a canceled payment. */
export class PaymentStateForbids extends CoreError {
  readonly code = 'payment_state_forbids';
  readonly kind = 'conflict';

  constructor(verb: string, state: string) {
    super(`A payment that is ${state} cannot ${verb === 'capture' ? 'be captured' : 'be refunded'}`);
  }
}

/** The provider takes or gives back the whole amount only. */
export class PartialAmountUnsupported extends CoreError {
  readonly code = 'partial_amount_unsupported';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor(verb: string) {
    super(`The payment provider does not support a partial ${verb}`);
  }
}

/** The gateway said no. Recorded before it is thrown; no money moved. */
export class PaymentDeclined extends CoreError {
  readonly code = 'payment_declined';
  readonly kind = 'refused';
  readonly declineCode: Declined['code'];

  constructor(decline: Declined) {
    super(decline.message);
    this.declineCode = decline.code;
  }
}
