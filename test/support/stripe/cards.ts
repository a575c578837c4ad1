import { idOf, now, StripeRefusal, type Method } from './objects';

/** Stripe's own test cards: https://docs.stripe.com/testing. What paying with one comes to. */
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
  // Stripe has it for bank debits only; here it stands for all that is not known at once.
  pm_slow: { brand: 'visa', last4: '0077', does: 'process' },
} as const satisfies Record<string, { brand: string; last4: string; does: string; code?: string }>;

export type CardName = keyof typeof CARDS;

export const isCardName = (name: string): name is CardName => Object.hasOwn(CARDS, name);

export function methodFrom(name: CardName): Method {
  const { brand, last4 } = CARDS[name];
  return {
    id: idOf('pm'),
    object: 'payment_method',
    type: 'card',
    created: now(),
    customer: null,
    card: { brand, last4, exp_month: 12, exp_year: new Date().getFullYear() + 2 },
    billing_details: { name: null },
    behaves_as: name,
  };
}

export function behaviourOf(method: Method): (typeof CARDS)[CardName]['does'] {
  return CARDS[method['behaves_as'] as CardName].does;
}

function wordsOf({ does, code }: { does: string; code?: string }): string {
  if (does === 'expired') return 'Your card has expired.';
  return code === 'insufficient_funds' ? 'Your card has insufficient funds.' : 'Your card was declined.';
}

/** 402, as a bank's no is told. */
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
