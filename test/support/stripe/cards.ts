import { idOf, now, StripeRefusal, type Method } from './objects';

interface Kind {
  readonly does: 'succeed' | 'decline' | 'expired' | 'challenge' | 'process' | 'refund later' | 'voucher';
  readonly brand?: string;
  readonly last4?: string;
  readonly code?: string;
  readonly wallet?: string;
  /** Stripe's payment method type; default: a card. */
  readonly type?: string;
}

/** Stripe's own test cards: https://docs.stripe.com/testing. What happens when one is used to pay. */
const CARDS = {
  pm_card_visa: { brand: 'visa', last4: '4242', does: 'succeed' },
  pm_card_mastercard: { brand: 'mastercard', last4: '4444', does: 'succeed' },
  pm_card_chargeDeclined: { brand: 'visa', last4: '0002', does: 'decline', code: 'generic_decline' },
  pm_card_chargeDeclinedInsufficientFunds: {
    brand: 'visa',
    last4: '9995',
    does: 'decline',
    code: 'insufficient_funds',
  },
  pm_card_chargeDeclinedExpiredCard: { brand: 'visa', last4: '0069', does: 'expired' },
  pm_card_authenticationRequired: { brand: 'visa', last4: '3184', does: 'challenge' },
  // Its refunds are pending at first and succeed later.
  pm_card_pendingRefund: { brand: 'visa', last4: '7726', does: 'refund later' },
  // Wallets have no test names: these represent what wallet pages send.
  pm_apple_pay: { brand: 'visa', last4: '4242', does: 'succeed', wallet: 'apple_pay' },
  pm_ideal: { type: 'ideal', does: 'succeed' },
  // The outcome of a bank debit is not known at once.
  pm_slow: { type: 'us_bank_account', last4: '6789', does: 'process' },
  // Shown to the shopper, who pays within days: vouchers (https://docs.stripe.com/payments/vouchers) and similar.
  pm_oxxo: { type: 'oxxo', does: 'voucher' },
  pm_boleto: { type: 'boleto', does: 'voucher' },
  pm_konbini: { type: 'konbini', does: 'voucher' },
  pm_multibanco: { type: 'multibanco', does: 'voucher' },
  pm_customer_balance: { type: 'customer_balance', does: 'voucher' },
  pm_us_bank_account_unverified: { type: 'us_bank_account', last4: '6789', does: 'voucher' },
  pm_pix: { type: 'pix', does: 'voucher' },
  pm_cashapp: { type: 'cashapp', does: 'voucher' },
} as const satisfies Record<string, Kind>;

export type CardName = keyof typeof CARDS;

export const isCardName = (name: string): name is CardName => Object.hasOwn(CARDS, name);

export function methodFrom(name: CardName): Method {
  const { type = 'card', brand, last4 = '', wallet }: Kind = CARDS[name];
  const card = {
    brand: brand ?? '',
    last4,
    exp_month: 12,
    exp_year: new Date().getFullYear() + 2,
    country: 'US',
    funding: 'credit',
    wallet: wallet === undefined ? null : { type: wallet },
  };
  return {
    id: idOf('pm'),
    object: 'payment_method',
    type,
    created: now(),
    customer: null,
    ...(type === 'card' ? { card } : { [type]: detailsOf(type, last4) }),
    billing_details: { name: null },
    behaves_as: name,
  };
}

function detailsOf(type: string, last4: string): object {
  if (type === 'ideal') return { bank: 'rabobank', bic: 'RABONL2U', iban_last4: '5264' };
  return last4 === '' ? {} : { bank_name: 'STRIPE TEST BANK', last4 };
}

export function behaviourOf(method: Method | undefined): Kind['does'] {
  const name = method?.['behaves_as'];
  return typeof name === 'string' && isCardName(name) ? CARDS[name].does : 'succeed';
}

function wordsOf({ does, code }: { does: string; code?: string }): string {
  if (does === 'expired') return 'Your card has expired.';
  return code === 'insufficient_funds' ? 'Your card has insufficient funds.' : 'Your card was declined.';
}

/** A bank's decline: 402. */
export function declineOf(
  method: Method,
  intent: Record<string, unknown>,
  kind = 'payment_intent',
): StripeRefusal {
  const card: { does: string; code?: string } = CARDS[method['behaves_as'] as CardName];
  const expired = card.does === 'expired';
  return new StripeRefusal(402, {
    type: 'card_error',
    code: expired ? 'expired_card' : 'card_declined',
    ...(!expired && { decline_code: card.code }),
    message: wordsOf(card),
    payment_method: method,
    [kind]: intent,
  });
}
