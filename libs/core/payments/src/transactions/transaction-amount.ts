import type { CoreError } from '@tandem/context';
import type { Money } from '@tandem/money';
import type { ProviderSupport } from '@tandem/provider-kit';
import type { PaymentVerb } from '@tandem/provider-operations';
import { capturable, refundable, type PaymentTotals } from '../payment';
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
 * @throws NothingCaptured, NothingLeftToRefund, CaptureExceedsAuthorized, …, PaymentStateForbids, MovementUnsupported
 */
export function amountOf(
  verb: PaymentVerb,
  payment: PaymentTotals,
  asked: Money | undefined,
  supports: Pick<ProviderSupport, 'partialCapture' | 'partialRefund' | 'cancel'>,
): Money {
  const { left, supported } = VERBS[verb];
  const amount = asked ?? left(payment);
  if (!amount.isPositive()) throw refusalOf(verb, payment, asked === undefined);
  const needed = verb === 'cancel' || amount.lessThan(payment.authorized);
  if (needed && !supports[supported]) throw new errors.MovementUnsupported(verb);
  return amount;
}

/** Why a payment has not got what is asked. */
export function refusalOf(verb: PaymentVerb, payment: PaymentTotals, isAll = false): CoreError {
  if (verb === 'refund' && payment.state === 'authorized') return new errors.NothingCaptured();
  if (verb === 'refund' && isAll && payment.state === 'captured') return new errors.NothingLeftToRefund();
  if (PAYMENT.statesThat(verb).includes(payment.state)) return new VERBS[verb].Exceeds();
  return new errors.PaymentStateForbids(verb, payment.state);
}
