import type { DeclineCode, Retry } from './contract/declines';

const NEVER: Retry = { here: false, elsewhere: false };
const HERE: Retry = { here: true, elsewhere: false };
const ELSEWHERE: Retry = { here: false, elsewhere: true };
const ANYWHERE: Retry = { here: true, elsewhere: true };

/**
 * What may be tried again unchanged. The bank's hard no is one at every gateway, and asking again costs a fee (the schemes'
 * rules on excessive retries); a bank's soft no may be a yes later; trouble of one processor is none of another's. A record,
 * so that a code added to the type is missed here by the compiler.
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
  // Only with the shopper, which is no retry as it is.
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
  // A capture, refund or cancellation has one gateway: the payment's own.
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

/** Whether a gateway's own word is one of ours; any other is `other`. */
export function isDeclineCode(word: unknown): word is DeclineCode {
  return typeof word === 'string' && Object.hasOwn(RETRIES, word);
}
