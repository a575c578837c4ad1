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

/** Another reason of the store has this code; the code of a removed reason can be used again. */
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

/** The amount exceeds what is authorized and neither captured nor being captured. */
export class CaptureExceedsAuthorized extends defineError(
  'capture_exceeds_authorized',
  'invalid',
  'The amount is more than what is left to capture',
  { field: 'amount' },
) {}

/** The amount exceeds what is due for the order: the rest is captured by other payments, in flight, or credited. */
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

/** The amount exceeds what is captured and neither refunded nor being refunded. */
export class RefundExceedsCaptured extends defineError(
  'refund_exceeds_captured',
  'invalid',
  'The amount is more than what is left to refund',
  { field: 'amount' },
) {}

/** The whole captured amount is refunded or being refunded. */
export class NothingLeftToRefund extends defineError(
  'nothing_left_to_refund',
  'invalid',
  'Nothing is left to refund of the payment',
  { field: 'amount' },
) {}

/** A canceled payment cannot be captured. */
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

/** Nothing was captured, so nothing can be refunded. */
export class NothingCaptured extends defineError(
  'payment_not_refundable',
  'invalid',
  'The payment has not been captured, so it cannot be refunded',
) {}

/** The payment's state does not allow the verb, e.g. capturing a canceled payment. */
export class PaymentStateForbids extends defineError(
  'payment_state_forbids',
  'conflict',
  (verb: Verb, state: string) => `A payment that is ${state} cannot be ${PARTICIPLE[verb]}`,
) {}

/** Payments of a canceled order are refunded; nothing more is captured. */
export class OrderIsCanceled extends defineError(
  'order_is_canceled',
  'conflict',
  'The order is canceled, so nothing more is captured for it',
) {}

/** Nothing is left to cancel, or a capture is in flight. */
export class NothingToCancel extends defineError(
  'nothing_to_cancel',
  'conflict',
  'The payment has nothing left to cancel, or is being captured',
) {}

/** The provider only captures or refunds the whole amount, or cannot cancel. */
export class TransactionUnsupported extends defineError(
  'movement_unsupported',
  'invalid',
  (verb: Verb) =>
    `The payment provider does not support ${verb === 'cancel' ? 'canceling' : `a partial ${verb}`}`,
  { field: 'amount' },
) {}

/** The gateway declined. Recorded before it is thrown; no money moved. */
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

/** The gateway reports more than the payment has left in the ledger: needs manual review. */
export class TransactionExceedsRemaining extends defineError(
  'movement_does_not_fit',
  'conflict',
  (verb: string, left: string) =>
    `The gateway's ${verb} is more than what is left of the payment, which is ${left}`,
) {}

/** A transaction of ours is in flight and may be the one the gateway reports: the event is retried once that is settled. */
export class TransactionInFlight extends defineError(
  'movement_in_flight',
  'conflict',
  (verb: string) => `A ${verb} of the payment is still in progress`,
) {}
