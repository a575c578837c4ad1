import type { Money } from '@tandem/money';
import type { PaymentMethodDetails } from '@tandem/provider-kit';
import type { PaymentState } from './payment.states';

/** The payment that an authorized session creates. Its totals are sums of its ledger entries. */
export interface Payment {
  readonly storeId: string;
  readonly id: string;
  readonly orderId: string;
  readonly collectionId: string;
  readonly sessionId: string;
  readonly paymentMethodId: string;
  readonly providerId: string;
  /** P and 7 letters or digits (Spree). */
  readonly number: string;
  readonly state: PaymentState;
  readonly authorized: Money;
  readonly captured: Money;
  readonly refunded: Money;
  /** Released without a capture. */
  readonly canceled: Money;
  /** Captures in flight: they count against what can be captured. */
  readonly capturing: Money;
  /** Refunds in flight: they count against what can be refunded. */
  readonly refunding: Money;
  /** The gateway's id of the charge. */
  readonly reference: string;
  /** The gateway's id of the session that made it (Spree's response_code). */
  readonly externalId: string | null;
  /** The saved card it was made with. */
  readonly cardId: string | null;
  /** The card or account it was paid with, as the gateway reports it; null if it does not. */
  readonly paidWith: PaymentMethodDetails | null;
  /** The gateway's deadline for captures; null if it reports none. */
  readonly captureBefore: Date | null;
  /** How many operations were begun on it; also the next one's number. */
  readonly operations: number;
  /** When all of it was captured. */
  readonly capturedAt: Date | null;
  readonly canceledAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** The number of a manual payment (Spree: P and 7 letters or digits), from the random end of its id. */
export function manualPaymentNumber(id: string): string {
  return `P${id.slice(-7).toUpperCase()}`;
}

/** The part of a payment that decides which amounts are possible. */
export type PaymentTotals = Pick<
  Payment,
  'state' | 'authorized' | 'captured' | 'capturing' | 'refunded' | 'refunding' | 'canceled'
>;

export function capturable(payment: PaymentTotals): Money {
  return payment.authorized.minus(payment.captured).minus(payment.capturing).minus(payment.canceled);
}

export function refundable(payment: PaymentTotals): Money {
  return payment.captured.minus(payment.refunded).minus(payment.refunding);
}
