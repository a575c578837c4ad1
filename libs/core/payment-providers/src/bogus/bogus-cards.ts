import type { DeclineCode } from '@tandem/provider-kit';

/** What the gateway does with a card. */
export type Behaviour =
  | { readonly does: 'succeed' }
  | { readonly does: 'decline'; readonly code: DeclineCode; readonly message: string }
  /** The shopper must confirm first; completing again with {"action_result": "confirmed"} succeeds. */
  | { readonly does: 'challenge' }
  /** Responds as processing; a look-up finds it succeeded. */
  | { readonly does: 'process' }
  /** The connection breaks before the gateway receives the request. */
  | { readonly does: 'break before' }
  /** The gateway processes the request, and the connection breaks before its response. */
  | { readonly does: 'break after' }
  /** Succeeds; the gateway refuses the later verb. */
  | {
      readonly does: 'refuse later';
      readonly verb: 'capture' | 'refund';
      readonly code: DeclineCode;
      readonly message: string;
    }
  /** Succeeds; its refund responds as pending, and a look-up finds the result. */
  | { readonly does: 'refund later'; readonly result: 'succeeded' | 'failed' }
  /** The shopper has days to pay a voucher, or the gateway takes days to process a debit. */
  | { readonly does: 'pay later'; readonly by: 'voucher' | 'debit' };

const succeed: Behaviour = { does: 'succeed' };
const decline = (code: DeclineCode, message: string): Behaviour => ({ does: 'decline', code, message });
const refuse = (verb: 'capture' | 'refund', code: DeclineCode, message: string): Behaviour => ({
  does: 'refuse later',
  verb,
  code,
  message,
});

/** By the name that may be stored (`{"bogus_card": "insufficient_funds"}`), with the card number that selects it. */
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
    behaviour: refuse('refund', 'not_refundable', 'The card does not accept refunds'),
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
  refund_pending: { number: '4000000000007726', behaviour: { does: 'refund later', result: 'succeeded' } },
  refund_fails: { number: '4000000000007734', behaviour: { does: 'refund later', result: 'failed' } },
  hold_lapsed: {
    number: '4000000000005159',
    behaviour: refuse('capture', 'authorization_expired', 'The authorization has expired'),
  },
  voucher: { number: '4000000000004004', behaviour: { does: 'pay later', by: 'voucher' } },
  debit: { number: '4000000000004012', behaviour: { does: 'pay later', by: 'debit' } },
};

/** The numbers that Spree's bogus gateway accepts. */
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

/** A decline that lists the test cards, so that the gateway documents itself. */
export const UNKNOWN_CARD: Behaviour = decline(
  'incorrect_number',
  `Bogus Gateway: Forced failure. It takes the well-known test numbers; Stripe's ending in ${HOW_TO}`,
);

/** The name stored in place of the card number: `good`, one of BEHAVIOURS, or `unknown`. */
export function nameOfCard(number: string): string {
  const digits = number.replace(/[ -]/g, '');
  if (GOOD.has(digits)) return 'good';
  return nameOfProfile(number) ?? BY_NUMBER.get(digits) ?? 'unknown';
}

/** A saved card's id encodes its behavior: `BGS-<24 hex digits>`, `BGS-card-declined-<…>`. */
export function profileOf(name: string, hex: string): string {
  return name === 'good' ? `BGS-${hex}` : `BGS-${name.replaceAll('_', '-')}-${hex}`;
}

/** The name of the card behind a profile id; null for anything else. */
export function nameOfProfile(profile: string): string | null {
  if (!profile.startsWith('BGS-')) return null;
  const [, name = ''] = /^BGS-([a-z-]+)-[0-9a-f]+$/.exec(profile) ?? [];
  return name === '' ? 'good' : name.replaceAll('-', '_');
}

export function behaviourOf(name: string): Behaviour {
  if (name === 'good') return succeed;
  return BEHAVIOURS[name]?.behaviour ?? UNKNOWN_CARD;
}

/** A saved card that was detached. */
export const DETACHED_CARD: Behaviour = decline('card_declined', 'The card is no longer saved');

export function brandOf(number: string): string {
  if (number.startsWith('4')) return 'visa';
  if (/^(5|2)/.test(number)) return 'mastercard';
  if (number.startsWith('3')) return 'amex';
  return number.startsWith('6') ? 'discover' : 'bogus';
}
