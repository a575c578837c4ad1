import type { DeclineCode } from '@tandem/provider-kit';

/** What a card makes the gateway do. */
export type Behaviour =
  | { readonly does: 'succeed' }
  | { readonly does: 'decline'; readonly code: DeclineCode; readonly message: string }
  /** The shopper must confirm first; completing again with {"action_result": "confirmed"} succeeds. */
  | { readonly does: 'challenge' }
  /** Still at work when it answers; a look-up finds it done. */
  | { readonly does: 'process' }
  /** The line breaks before the gateway has heard anything. */
  | { readonly does: 'break before' }
  /** The gateway acts, and the line breaks before its answer. */
  | { readonly does: 'break after' }
  /** Succeeds; the gateway refuses this of it later. */
  | {
      readonly does: 'refuse later';
      readonly verb: 'capture' | 'refund';
      readonly code: DeclineCode;
      readonly message: string;
    }
  /** Succeeds; a refund of it is pending when it is answered, and a look-up finds what became of it. */
  | { readonly does: 'refund later'; readonly comes: 'succeeded' | 'failed' }
  /** The shopper has days: with a voucher to pay, or with a debit that the gateway is at work at. */
  | { readonly does: 'pay later'; readonly by: 'voucher' | 'debit' };

const succeed: Behaviour = { does: 'succeed' };
const decline = (code: DeclineCode, message: string): Behaviour => ({ does: 'decline', code, message });
const refuse = (verb: 'capture' | 'refund', code: DeclineCode, message: string): Behaviour => ({
  does: 'refuse later',
  verb,
  code,
  message,
});

/** By the name that may be kept (`{"bogus_card": "insufficient_funds"}`), with the number that stands for it. */
export const BEHAVIOURS: Readonly<
  Record<string, { readonly number: string; readonly behaviour: Behaviour }>
> = {
  card_declined: { number: '4000000000000002', behaviour: decline('card_declined', 'The card was declined') },
  insufficient_funds: {
    number: '4000000000009995',
    behaviour: decline('insufficient_funds', 'The card has insufficient funds'),
  },
  expired_card: { number: '4000000000000069', behaviour: decline('expired_card', 'The card has expired') },
  incorrect_number: {
    number: '4000000000000127',
    behaviour: decline('incorrect_number', 'The card number is incorrect'),
  },
  requires_action: { number: '4000002500003155', behaviour: { does: 'challenge' } },
  processing: { number: '4000000000000259', behaviour: { does: 'process' } },
  unreachable: { number: '4000000000000119', behaviour: { does: 'break before' } },
  answer_lost: { number: '4000000000000341', behaviour: { does: 'break after' } },
  refund_refused: {
    number: '4000000000005126',
    behaviour: refuse('refund', 'not_refundable', 'The card takes no refunds'),
  },
  refund_no_balance: {
    number: '4000000000005134',
    behaviour: refuse(
      'refund',
      'balance_insufficient',
      'The balance at the gateway is too low to refund from',
    ),
  },
  refund_disputed: {
    number: '4000000000005142',
    behaviour: refuse('refund', 'charge_disputed', 'The shopper disputes the charge with their bank'),
  },
  refund_pending: { number: '4000000000007726', behaviour: { does: 'refund later', comes: 'succeeded' } },
  refund_fails: { number: '4000000000007734', behaviour: { does: 'refund later', comes: 'failed' } },
  hold_lapsed: {
    number: '4000000000005159',
    behaviour: refuse('capture', 'authorization_expired', 'The hold on the card has lapsed'),
  },
  voucher: { number: '4000000000004004', behaviour: { does: 'pay later', by: 'voucher' } },
  debit: { number: '4000000000004012', behaviour: { does: 'pay later', by: 'debit' } },
};

/** The numbers Spree's bogus gateway takes. */
const GOOD = new Set([
  '1',
  '4111111111111111',
  '4012888888881881',
  '4222222222222',
  '4242424242424242',
  '5500000000000004',
  '5555555555554444',
  '5105105105105100',
  '2223000010309703',
  '378282246310005',
  '371449635398431',
  '378734493671000',
  '340000000000009',
  '6011000000000004',
  '6011111111111117',
  '6011000990139424',
]);

const BY_NUMBER = new Map(Object.entries(BEHAVIOURS).map(([name, { number }]) => [number, name]));

const HOW_TO = Object.entries(BEHAVIOURS)
  .map(([name, { number }]) => `…${number.slice(-4)} ${name}`)
  .join(', ');

/** A refusal that says how to get each outcome: the gateway documents itself. */
export const UNKNOWN_CARD: Behaviour = decline(
  'incorrect_number',
  `Bogus Gateway: Forced failure. It takes the well-known test numbers; Stripe's ending in ${HOW_TO}`,
);

/** The name under which a card is remembered instead of its number: `good`, one of BEHAVIOURS, or `unknown`. */
export function nameOfCard(number: string): string {
  const digits = number.replace(/[ -]/g, '');
  if (GOOD.has(digits)) return 'good';
  return nameOfProfile(number) ?? BY_NUMBER.get(digits) ?? 'unknown';
}

/** The id under which a saved card is kept tells what it does: `BGS-<24 hex digits>`, `BGS-card-declined-<…>`. */
export function profileOf(name: string, hex: string): string {
  return name === 'good' ? `BGS-${hex}` : `BGS-${name.replaceAll('_', '-')}-${hex}`;
}

/** The card that a profile stands for; null for what is no profile. */
export function nameOfProfile(profile: string): string | null {
  if (!profile.startsWith('BGS-')) return null;
  const [, name = ''] = /^BGS-([a-z-]+)-[0-9a-f]+$/.exec(profile) ?? [];
  return name === '' ? 'good' : name.replaceAll('-', '_');
}

export function behaviourOf(name: string): Behaviour {
  if (name === 'good') return succeed;
  return BEHAVIOURS[name]?.behaviour ?? UNKNOWN_CARD;
}

/** A saved card that the gateway was told to forget. */
export const FORGOTTEN: Behaviour = decline('card_declined', 'The card is not kept any more');

export function brandOf(number: string): string {
  if (number.startsWith('4')) return 'visa';
  if (/^(5|2)/.test(number)) return 'mastercard';
  if (number.startsWith('3')) return 'amex';
  return number.startsWith('6') ? 'discover' : 'bogus';
}
