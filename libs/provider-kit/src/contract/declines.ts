/**
 * Why a bank or a gateway declined a payment. One list for all gateways: a provider maps its gateway's codes to it (Stripe's
 * decline codes, Adyen's refusal reasons, Active Merchant's standard codes as in Spree). `RETRIES` says which may
 * succeed on a retry.
 */
export type PaymentDeclineCode =
  /** The bank declined without a reason (`do_not_honor`, `generic_decline`, Adyen's "Refused"). */
  | 'card_declined'
  /** The bank asks for a phone call first. */
  | 'call_issuer'
  | 'insufficient_funds'
  /** Over the card's spending limit or number of uses for the period. */
  | 'limit_exceeded'
  | 'expired_card'
  | 'invalid_expiry_date'
  /** No card has this number, or it is malformed. */
  | 'incorrect_number'
  /** The security code is wrong. */
  | 'incorrect_cvc'
  | 'incorrect_pin'
  /** Street or postal code does not match the card holder's. */
  | 'incorrect_address'
  /** The bank requires the shopper to authenticate, and they were not present or not prompted. */
  | 'authentication_required'
  /** The shopper was asked to authenticate and failed or refused. */
  | 'authentication_failed'
  /** The shopper canceled on the gateway's page. */
  | 'canceled_by_shopper'
  /** Not paid in time: a voucher, bank transfer or payment link expired. */
  | 'payment_expired'
  /** Reported lost or stolen, or to be retained. The shopper sees only that it was declined. */
  | 'lost_or_stolen_card'
  /** The bank, the network or the gateway suspects fraud. The shopper sees only that it was declined. */
  | 'fraud_suspected'
  /** The account behind the card is closed or blocked. */
  | 'invalid_account'
  /** The card holder told their bank to block further charges by this shop. */
  | 'payment_revoked'
  /** The card does not permit this kind of transaction: online, abroad, this kind of goods. */
  | 'transaction_not_permitted'
  /** The gateway or the shop does not accept this kind of card. */
  | 'card_not_supported'
  /** An identical charge was made a moment ago. */
  | 'duplicate_transaction'
  /** The bank could not be contacted. */
  | 'issuer_unavailable'
  /** An error at the gateway or its processor, which confirms that no money moved. */
  | 'processing_error'
  /** Below the gateway's minimum, above its maximum, or not a multiple it accepts. */
  | 'invalid_amount'
  | 'unsupported_currency'
  /** A real card in test mode, or a test card in live mode. */
  | 'wrong_mode'
  /** The store's account or its settings do not allow it; an operator must fix them. */
  | 'configuration_error'
  /** The gateway's account has no such customer: its key now belongs to another account. A new account holder is created. */
  | 'account_holder_unknown';

/** Why a gateway refused to capture, refund or cancel, for the operator who requested it. */
export type TransactionRefusalCode =
  /** The payment's state does not allow it, and the gateway gives no more detail. The same for the next two. */
  | 'not_capturable'
  | 'not_refundable'
  | 'not_cancelable'
  /** More than the remaining amount of the payment. */
  | 'amount_exceeds_balance'
  /** Fully captured, or its only allowed capture was made. */
  | 'already_captured'
  /** Fully refunded. */
  | 'already_refunded'
  | 'already_canceled'
  /** The authorization has expired (`Authorization.captureBefore`). */
  | 'authorization_expired'
  /** The store's balance at the gateway is too low to refund from. */
  | 'balance_insufficient'
  /** The shopper disputes the charge: their bank decides about the money. */
  | 'charge_disputed'
  /** Too old to be refunded through the gateway. */
  | 'refund_period_expired'
  /** The bank returned it: the card or its account is closed. The shopper must be refunded another way. */
  | 'refund_failed'
  /** This payment method cannot be refunded through the gateway (vouchers). */
  | 'refund_not_supported';

/** Why a gateway declined. A closed list, so that each dialect can map all of them. */
export type DeclineCode =
  | PaymentDeclineCode
  | TransactionRefusalCode
  /** The gateway never received it, and it is abandoned. */
  | 'never_received'
  /** None of these. */
  | 'other';

/** Whether a declined payment may succeed if it is retried unchanged, with the same card. */
export interface Retry {
  /** Later, at the same gateway. */
  readonly here: boolean;
  /** Now, at another gateway (routing). */
  readonly elsewhere: boolean;
}
