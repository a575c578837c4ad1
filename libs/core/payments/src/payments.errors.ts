import { CoreError, defineError } from '@tandem/context';
import type { Money } from '@tandem/money';
import type { Declined } from '@tandem/provider-kit';

type Verb = 'capture' | 'refund' | 'cancel';

const PARTICIPLE = { capture: 'captured', refund: 'refunded', cancel: 'canceled' } satisfies Record<
  Verb,
  string
>;

export class PaymentNotFound extends defineError('payment_not_found', 'not_found', 'Payment not found') {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId: string) {
    super();
  }
}

export class RefundReasonNotFound extends defineError(
  'refund_reason_not_found',
  'not_found',
  'Refund reason not found',
  { field: 'refundReasonId' },
) {
  constructor(readonly publicId: string) {
    super();
  }
}

/** Another of the store's reasons has the code; a removed one's is free again. */
export class RefundReasonCodeTaken extends defineError(
  'refund_reason_code_taken',
  'invalid',
  'Code has already been taken',
  { field: 'code' },
) {
  /** `publicId` is the code. */
  constructor(readonly publicId: string) {
    super();
  }
}

/** More was asked for than is authorized and neither captured nor being captured. */
export class CaptureExceedsAuthorized extends defineError(
  'capture_exceeds_authorized',
  'invalid',
  'The amount is more than what is left to capture',
  { field: 'amount' },
) {}

/** More was asked for than is due for the order: the rest is captured by other payments, on its way, or credited. */
export class CaptureExceedsDue extends defineError(
  'capture_exceeds_due',
  'invalid',
  (due: Money) => `The amount is more than what is due for the order, which is ${due.toDecimal()}`,
  { field: 'amount' },
) {
  constructor(readonly due: Money) {
    super(due);
  }
}

/** More was asked for than is captured and neither refunded nor being refunded. */
export class RefundExceedsCaptured extends defineError(
  'refund_exceeds_captured',
  'invalid',
  'The amount is more than what is left to refund',
  { field: 'amount' },
) {}

/** All of it was refunded already, or is being refunded. */
export class NothingLeftToRefund extends defineError(
  'nothing_left_to_refund',
  'invalid',
  'Nothing is left to refund of the payment',
  { field: 'amount' },
) {}

/** It was canceled: nothing of it is captured any more. */
export class PaymentIsCanceled extends defineError(
  'payment_is_canceled',
  'conflict',
  'The payment has been canceled',
) {
  /** `publicId` is the id as the caller wrote it. */
  constructor(readonly publicId: string) {
    super();
  }
}

/** Nothing of the payment was ever captured, so nothing can be given back. */
export class NothingCaptured extends defineError(
  'payment_not_refundable',
  'invalid',
  'The payment has not been captured, so it cannot be refunded',
) {}

/** The payment's state does not know the verb, e.g. a capture of a canceled payment. */
export class PaymentStateForbids extends defineError(
  'payment_state_forbids',
  'conflict',
  (verb: Verb, state: string) => `A payment that is ${state} cannot be ${PARTICIPLE[verb]}`,
) {}

/** The order is canceled: what was paid for it goes back, and nothing more is taken. */
export class OrderIsCanceled extends defineError(
  'order_is_canceled',
  'conflict',
  'The order is canceled, so nothing more is captured for it',
) {}

/** Nothing of it is held any more, or a capture of it is under way. */
export class NothingToCancel extends defineError(
  'nothing_to_cancel',
  'conflict',
  'The payment has nothing left to cancel, or is being captured',
) {}

/** The provider takes or gives back the whole amount only, or cannot cancel. */
export class TransactionUnsupported extends defineError(
  'movement_unsupported',
  'invalid',
  (verb: Verb) =>
    `The payment provider does not support ${verb === 'cancel' ? 'canceling' : `a partial ${verb}`}`,
  { field: 'amount' },
) {}

/** The gateway said no. Recorded before it is thrown; no money moved. */
export class PaymentDeclined extends CoreError {
  static readonly code = 'payment_declined';
  readonly code = PaymentDeclined.code;
  readonly kind = 'refused';
  readonly declineCode: Declined['code'];

  constructor(decline: Declined) {
    super(decline.message);
    this.declineCode = decline.code;
  }
}

/** What a gateway says it has done goes beyond what the ledger holds of the payment: a person must look. */
export class TransactionExceedsRemaining extends defineError(
  'movement_does_not_fit',
  'conflict',
  (verb: string, left: string) =>
    `The gateway's ${verb} is more than what is left of the payment, which is ${left}`,
) {}

/** A movement of ours is on its way: what the gateway says may be that one, and is understood once it has come to something. */
export class TransactionInFlight extends defineError(
  'movement_in_flight',
  'conflict',
  (verb: string) => `A ${verb} of the payment is still on its way`,
) {}
