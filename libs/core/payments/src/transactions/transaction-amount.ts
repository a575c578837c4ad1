import type { CoreError } from '@tandem/context';
import type { Money } from '@tandem/money';
import type { ProviderSupport } from '@tandem/provider-kit';
import type { PaymentVerb } from '@tandem/provider-operations';
import { capturable, refundable, type Payment, type PaymentTotals } from '../payment';
import { PAYMENT } from '../payment.states';
import * as errors from '../payments.errors';

/** What is left for each verb, and the error if that is not enough. */
const VERBS = {
  capture: { left: capturable, Exceeds: errors.CaptureExceedsAuthorized, supported: 'partialCapture' },
  refund: { left: refundable, Exceeds: errors.RefundExceedsCaptured, supported: 'partialRefund' },
  cancel: { left: capturable, Exceeds: errors.NothingToCancel, supported: 'cancel' },
} as const;

/**
 * The amount of a transaction: as requested, or all that is left. Whether that much is left is decided by the UPDATE that reserves it.
 * @throws NothingCaptured, NothingLeftToRefund, CaptureExceedsAuthorized, …, PaymentStateForbids, TransactionUnsupported
 */
export function amountOf(
  verb: PaymentVerb,
  payment: PaymentTotals,
  requested: Money | undefined,
  supports: Pick<ProviderSupport, 'partialCapture' | 'partialRefund' | 'cancel'>,
): Money {
  const { left, supported } = VERBS[verb];
  const amount = requested ?? left(payment);
  if (!amount.isPositive()) throw refusalOf(verb, payment, requested === undefined);
  const needed = verb === 'cancel' || amount.lessThan(payment.authorized);
  if (needed && !supports[supported]) throw new errors.TransactionUnsupported(verb);
  return amount;
}

/** All of it is captured, or the rest was released and no amount is requested. */
export function isCaptured(
  payment: PaymentTotals & Pick<Payment, 'capturedAt'>,
  requested: Money | undefined,
): boolean {
  if (payment.capturedAt !== null) return true;
  const isIdle = payment.state === 'captured' && payment.capturing.isZero();
  return isIdle && !requested && capturable(payment).isZero();
}

/** All that is left is being captured or canceled, and no amount is requested. */
export function isAllInFlight(payment: PaymentTotals, requested: Money | undefined): boolean {
  return !requested && payment.capturing.isPositive() && !capturable(payment).isPositive();
}

/** The error for an amount that the payment does not have left. */
export function refusalOf(verb: PaymentVerb, payment: PaymentTotals, isAll = false): CoreError {
  if (verb === 'refund' && payment.state === 'authorized') return new errors.NothingCaptured();
  if (verb === 'refund' && isAll && payment.state === 'captured') return new errors.NothingLeftToRefund();
  if (PAYMENT.statesThat(verb).includes(payment.state)) return new VERBS[verb].Exceeds();
  return new errors.PaymentStateForbids(verb, payment.state);
}
