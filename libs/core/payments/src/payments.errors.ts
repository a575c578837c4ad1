import { CoreError } from '@tandem/context';
import type { Money } from '@tandem/money';
import type { Declined } from '@tandem/provider-kit';

type Verb = 'capture' | 'refund' | 'cancel';

const PARTICIPLE = { capture: 'captured', refund: 'refunded', cancel: 'canceled' } satisfies Record<
  Verb,
  string
>;

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

/** Another of the store's reasons has the code; a removed one's is free again. */
export class RefundReasonCodeTaken extends CoreError {
  readonly code = 'refund_reason_code_taken';
  readonly kind = 'invalid';
  override readonly field = 'code';

  /** `shownId` is the code. */
  constructor(readonly shownId: string) {
    super('Code has already been taken');
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

/** More was asked for than is due for the order: the rest is captured by other payments, on its way, or credited. */
export class CaptureExceedsDue extends CoreError {
  readonly code = 'capture_exceeds_due';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor(readonly due: Money) {
    super(`The amount is more than what is due for the order, which is ${due.toDecimal()}`);
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

/** All of it was refunded already, or is being refunded. */
export class NothingLeftToRefund extends CoreError {
  readonly code = 'nothing_left_to_refund';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor() {
    super('Nothing is left to refund of the payment');
  }
}

/** It was canceled: nothing of it is captured any more. */
export class PaymentIsCanceled extends CoreError {
  readonly code = 'payment_is_canceled';
  readonly kind = 'conflict';

  /** `shownId` is the id as the caller spelled it. */
  constructor(readonly shownId: string) {
    super('The payment has been canceled');
  }
}

/** Nothing of the payment was ever captured, so nothing can be given back. */
export class NothingCaptured extends CoreError {
  readonly code = 'payment_not_refundable';
  readonly kind = 'invalid';

  constructor() {
    super('The payment has not been captured, so it cannot be refunded');
  }
}

/** The payment's state does not know the verb, e.g. a capture of a canceled payment. */
export class PaymentStateForbids extends CoreError {
  readonly code = 'payment_state_forbids';
  readonly kind = 'conflict';

  constructor(verb: Verb, state: string) {
    super(`A payment that is ${state} cannot be ${PARTICIPLE[verb]}`);
  }
}

/** The order is canceled: what was paid for it goes back, and nothing more is taken. */
export class OrderIsCanceled extends CoreError {
  readonly code = 'order_is_canceled';
  readonly kind = 'conflict';

  constructor() {
    super('The order is canceled, so nothing more is captured for it');
  }
}

/** Nothing of it is held any more, or a capture of it is under way. */
export class NothingToCancel extends CoreError {
  readonly code = 'nothing_to_cancel';
  readonly kind = 'conflict';

  constructor() {
    super('The payment has nothing left to cancel, or is being captured');
  }
}

/** The provider takes or gives back the whole amount only, or cannot cancel. */
export class MovementUnsupported extends CoreError {
  readonly code = 'movement_unsupported';
  readonly kind = 'invalid';
  override readonly field = 'amount';

  constructor(verb: Verb) {
    super(`The payment provider does not support ${verb === 'cancel' ? 'canceling' : `a partial ${verb}`}`);
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

/** What a gateway says it has done goes beyond what the ledger holds of the payment: a person must look. */
export class MovementDoesNotFit extends CoreError {
  readonly code = 'movement_does_not_fit';
  readonly kind = 'conflict';

  constructor(movement: string, left: string) {
    super(`The gateway's ${movement} is more than what is left of the payment, which is ${left}`);
  }
}

/** A movement of ours is on its way: what the gateway says may be that one, and is understood once it has come to something. */
export class MovementInFlight extends CoreError {
  readonly code = 'movement_in_flight';
  readonly kind = 'conflict';

  constructor(movement: string) {
    super(`A ${movement} of the payment is still on its way`);
  }
}
