import type { DeclineCode, Retry } from './contract/declines';

const NEVER: Retry = { here: false, elsewhere: false };
const HERE: Retry = { here: true, elsewhere: false };
const ELSEWHERE: Retry = { here: false, elsewhere: true };
const ANYWHERE: Retry = { here: true, elsewhere: true };

/**
 * What may be retried unchanged. A bank's hard decline is final at every gateway, and retrying it costs a fee (the schemes'
 * rules on excessive retries); a soft decline may succeed later; one processor's errors do not affect another. A record,
 * so that the compiler reports a code missing here.
 */
export const RETRIES: Readonly<Record<DeclineCode, Retry>> = {
  card_declined: ANYWHERE,
  call_issuer: NEVER,
  insufficient_funds: HERE,
  limit_exceeded: HERE,
  expired_card: NEVER,
  invalid_expiry_date: NEVER,
  incorrect_number: NEVER,
  incorrect_cvc: NEVER,
  incorrect_pin: NEVER,
  incorrect_address: NEVER,
  // Only succeeds with the shopper present, so an unchanged retry fails.
  authentication_required: NEVER,
  authentication_failed: NEVER,
  canceled_by_shopper: NEVER,
  payment_expired: NEVER,
  lost_or_stolen_card: NEVER,
  fraud_suspected: NEVER,
  invalid_account: NEVER,
  payment_revoked: NEVER,
  transaction_not_permitted: ELSEWHERE,
  card_not_supported: ELSEWHERE,
  duplicate_transaction: NEVER,
  issuer_unavailable: ANYWHERE,
  processing_error: ANYWHERE,
  invalid_amount: ELSEWHERE,
  unsupported_currency: ELSEWHERE,
  wrong_mode: NEVER,
  configuration_error: ELSEWHERE,
  account_holder_unknown: ELSEWHERE,
  // A capture, refund or cancellation can only be made at the payment's own gateway.
  not_capturable: NEVER,
  not_refundable: NEVER,
  not_cancelable: NEVER,
  amount_exceeds_balance: NEVER,
  already_captured: NEVER,
  already_refunded: NEVER,
  already_canceled: NEVER,
  authorization_expired: NEVER,
  balance_insufficient: HERE,
  charge_disputed: NEVER,
  refund_period_expired: NEVER,
  refund_failed: NEVER,
  refund_not_supported: NEVER,
  never_received: HERE,
  other: NEVER,
};

/** Whether a text is one of our codes; map any other to `other`. */
export function isDeclineCode(code: unknown): code is DeclineCode {
  return typeof code === 'string' && Object.hasOwn(RETRIES, code);
}
