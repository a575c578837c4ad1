/**
 * Why a bank or a gateway refused a payment. One list for all gateways: a provider translates its gateway's words, as Stripe's
 * decline codes, Adyen's refusal reasons, and the standard codes of Active Merchant (Spree) are. `RETRIES` says what may
 * still succeed.
 */
export type PaymentDeclineCode =
  /** The bank says no and not why (`do_not_honor`, `generic_decline`, Adyen's "Refused"). */
  | 'card_declined'
  /** The bank wants to be called first. */
  | 'call_issuer'
  | 'insufficient_funds'
  /** More than the card may spend, or too often, in its period. */
  | 'limit_exceeded'
  | 'expired_card'
  | 'invalid_expiry_date'
  /** No card has this number, or it is not in the form of one. */
  | 'incorrect_number'
  /** The security code is wrong. */
  | 'incorrect_cvc'
  | 'incorrect_pin'
  /** Street or postal code are not the card holder's. */
  | 'incorrect_address'
  /** The bank wants the shopper to authenticate, and nobody is there to do so, or they were not asked. */
  | 'authentication_required'
  /** The shopper was asked to authenticate, and failed or refused. */
  | 'authentication_failed'
  /** The shopper gave up on the gateway's page. */
  | 'canceled_by_shopper'
  /** Nobody paid in time: a voucher, a transfer, a link ran out. */
  | 'payment_expired'
  /** Reported lost or stolen, or to be picked up. The shopper is told no more than that it was declined. */
  | 'lost_or_stolen_card'
  /** The bank, the network or the gateway takes it for fraud. The shopper is told no more than that it was declined. */
  | 'fraud_suspected'
  /** The account behind the card is closed or blocked. */
  | 'invalid_account'
  /** The card holder has told their bank to let no further charge of this shop through. */
  | 'payment_revoked'
  /** This card may not be used for this: online, abroad, this kind of goods. */
  | 'transaction_not_permitted'
  /** The gateway or the shop takes no cards of this kind. */
  | 'card_not_supported'
  /** The same charge was made a moment ago. */
  | 'duplicate_transaction'
  /** The bank could not be reached. */
  | 'issuer_unavailable'
  /** Trouble at the gateway or its processor; it says for certain that no money moved. */
  | 'processing_error'
  /** Too small or too large for the gateway, or not divisible as it wants it. */
  | 'invalid_amount'
  | 'unsupported_currency'
  /** A real card at a gateway in test mode, or the other way. */
  | 'wrong_mode'
  /** The store's account or its settings do not allow it: an operator must mend them. */
  | 'configuration_error'
  /** The gateway's account knows no such customer: its key is of another account now. A new account holder is made. */
  | 'account_holder_unknown';

/** Why a gateway refused to capture, refund or cancel, for the operator who asked. */
export type TransactionRefusalCode =
  /** It is in no state for it, and the gateway does not say more. So are the next two. */
  | 'not_capturable'
  | 'not_refundable'
  | 'not_cancelable'
  /** More than is left of the payment. */
  | 'amount_exceeds_balance'
  /** All of it is captured, or its one capture was made. */
  | 'already_captured'
  /** All of it was given back. */
  | 'already_refunded'
  | 'already_canceled'
  /** The hold has lapsed (`Authorization.captureBefore`). */
  | 'authorization_expired'
  /** The store's balance at the gateway is too low to refund from. */
  | 'balance_insufficient'
  /** The shopper disputes the charge: their bank decides over the money. */
  | 'charge_disputed'
  /** Too long ago to be given back through the gateway. */
  | 'refund_period_expired'
  /** The bank returned it: the card or its account is gone. The money must go back another way. */
  | 'refund_failed'
  /** The way of paying gives nothing back through the gateway (vouchers). */
  | 'refund_not_supported';

/** Why a gateway said no. A closed list, so that each dialect can spell every one of them. */
export type DeclineCode =
  | PaymentDeclineCode
  | TransactionRefusalCode
  /** It was never heard of, and is given up. */
  | 'never_received'
  /** None of these. */
  | 'other';

/** Whether a payment that was declined may still succeed if it is tried again as it is, with the same card. */
export interface Retry {
  /** Later, at the same gateway. */
  readonly here: boolean;
  /** Now, at another gateway (routing). */
  readonly elsewhere: boolean;
}
