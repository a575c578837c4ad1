import Stripe from 'stripe';
import { AmountNotInStripe } from './stripe-amount';
import { tryStripe, outcomeOf } from './stripe-outcomes';

const failing = (error: unknown): Promise<unknown> => outcomeOf(() => Promise.reject(error as Error));

const { StripeCardError, StripeAPIError, StripeInvalidRequestError } = Stripe.errors;
const { StripeAuthenticationError, StripeRateLimitError, StripeConnectionError, StripeIdempotencyError } =
  Stripe.errors;

const card = (more: object): Error =>
  new StripeCardError({ type: 'card_error', statusCode: 402, ...more } as never);
const request = (more: object): Error =>
  new StripeInvalidRequestError({ type: 'invalid_request_error', statusCode: 400, ...more } as never);

/** Stripe's error, and our code for it. */
const REFUSALS: readonly [what: string, error: Error, code: string][] = [
  ['a declined card', card({ code: 'card_declined' }), 'card_declined'],
  [
    'a bank’s decline code',
    card({ code: 'card_declined', decline_code: 'insufficient_funds' }),
    'insufficient_funds',
  ],
  [
    'an unrecognized decline code',
    card({ code: 'card_declined', decline_code: 'a_new_one' }),
    'card_declined',
  ],
  ['a stolen card', card({ code: 'card_declined', decline_code: 'stolen_card' }), 'lost_or_stolen_card'],
  ['fraud', card({ code: 'card_declined', decline_code: 'fraudulent' }), 'fraud_suspected'],
  ['an expired card', card({ code: 'expired_card' }), 'expired_card'],
  [
    'a bank that requires authentication',
    card({ code: 'authentication_required' }),
    'authentication_required',
  ],
  ['a second full refund', request({ code: 'charge_already_refunded' }), 'already_refunded'],
  ['a refund of a disputed charge', request({ code: 'charge_disputed' }), 'charge_disputed'],
  ['the same under its other code', request({ code: 'refund_disputed_payment' }), 'charge_disputed'],
  ['a refund beyond the balance', request({ code: 'balance_insufficient' }), 'balance_insufficient'],
  ['a refund of a voucher', request({ code: 'charge_not_refundable' }), 'refund_not_supported'],
  ['an expired authorization', request({ code: 'charge_expired_for_capture' }), 'authorization_expired'],
  ['a missing object', request({ statusCode: 404, message: 'No such pi_123' }), 'other'],
  [
    'a customer of another account',
    request({ code: 'resource_missing', param: 'customer' }),
    'account_holder_unknown',
  ],
  ['an amount too small', request({ code: 'amount_too_small' }), 'invalid_amount'],
  ['an amount too large', request({ code: 'amount_too_large' }), 'invalid_amount'],
  [
    'an invalid key',
    new StripeAuthenticationError({ statusCode: 401, message: 'Invalid API Key sk_live_x' }),
    'configuration_error',
  ],
  [
    'an amount that Stripe cannot represent',
    new AmountNotInStripe('KWD amounts must end in 0 at Stripe'),
    'invalid_amount',
  ],
];

it.each(REFUSALS)('%s is a decline', async (_, error, code) => {
  const outcome = await failing(error);
  expect(outcome).toMatchObject({ status: 'declined', code });
  expect(JSON.stringify(outcome)).not.toMatch(/pi_123|sk_live/);
});

it('for a stolen or suspected card the shopper sees only that it was declined', async () => {
  for (const decline_code of ['stolen_card', 'lost_card', 'fraudulent']) {
    expect(await failing(card({ code: 'card_declined', decline_code }))).toMatchObject({
      message: 'The card was declined',
    });
  }
});

it('an amount above the remaining balance is reported as such, for every verb', async () => {
  const requested = tryStripe(() => Promise.reject(request({ code: 'amount_too_large' })), 'not_capturable');
  expect(await requested).toMatchObject({ code: 'amount_exceeds_balance' });
});

it.each([
  [new StripeAPIError({ statusCode: 500, message: 'x' })],
  [new StripeAPIError({ statusCode: 409, code: 'idempotency_key_in_use' })],
  [new StripeRateLimitError({ statusCode: 429, code: 'lock_timeout' })],
  [new StripeRateLimitError({ statusCode: 400, code: 'rate_limit' })],
  [new StripeConnectionError({ message: 'socket hang up' })],
  [new StripeIdempotencyError({ type: 'idempotency_error', statusCode: 400, message: 'x' } as never)],
  [new TypeError('no such property')],
])('%s is unknown: money may have moved', async (error) => {
  expect(await failing(error)).toMatchObject({ status: 'unknown' });
});
