import type { CoreError } from '@tandem/context';
import type { Money } from '@tandem/money';
import type { ProviderSupport } from '@tandem/provider-kit';
import type { PaymentVerb } from '@tandem/provider-operations';
import { capturable, refundable, type Payment, type PaymentTotals } from '../payment';
import { PAYMENT } from '../payment.states';
import * as errors from '../payments.errors';

/** What is left for each verb, and how it is said when that is not enough. */
const VERBS = {
  capture: { left: capturable, Exceeds: errors.CaptureExceedsAuthorized, supported: 'partialCapture' },
  refund: { left: refundable, Exceeds: errors.RefundExceedsCaptured, supported: 'partialRefund' },
  cancel: { left: capturable, Exceeds: errors.NothingToCancel, supported: 'cancel' },
} as const;

/**
 * How much a verb is about: what is asked, or all that is left. Whether that much is left is decided by the UPDATE that sets it aside.
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

/** All of it is captured; or what is left of it was released, and nothing more is asked for. */
export function isCaptured(
  payment: PaymentTotals & Pick<Payment, 'capturedAt'>,
  requested: Money | undefined,
): boolean {
  if (payment.capturedAt !== null) return true;
  const isIdle = payment.state === 'captured' && payment.capturing.isZero();
  return isIdle && !requested && capturable(payment).isZero();
}

/** All that is left is being captured or canceled, and nothing else is asked for. */
export function isAllInFlight(payment: PaymentTotals, requested: Money | undefined): boolean {
  return !requested && payment.capturing.isPositive() && !capturable(payment).isPositive();
}

/** Why a payment has not got what is asked. */
export function refusalOf(verb: PaymentVerb, payment: PaymentTotals, isAll = false): CoreError {
  if (verb === 'refund' && payment.state === 'authorized') return new errors.NothingCaptured();
  if (verb === 'refund' && isAll && payment.state === 'captured') return new errors.NothingLeftToRefund();
  if (PAYMENT.statesThat(verb).includes(payment.state)) return new VERBS[verb].Exceeds();
  return new errors.PaymentStateForbids(verb, payment.state);
}
