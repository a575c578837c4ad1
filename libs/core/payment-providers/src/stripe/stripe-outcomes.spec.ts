import Stripe from 'stripe';
import { AmountNotInStripe } from './stripe-amount';
import { answerOf, outcomeOf } from './stripe-outcomes';

const failing = (error: unknown): Promise<unknown> => outcomeOf(() => Promise.reject(error as Error));

const { StripeCardError, StripeAPIError, StripeInvalidRequestError } = Stripe.errors;
const { StripeAuthenticationError, StripeRateLimitError, StripeConnectionError, StripeIdempotencyError } =
  Stripe.errors;

const card = (more: object): Error =>
  new StripeCardError({ type: 'card_error', statusCode: 402, ...more } as never);
const request = (more: object): Error =>
  new StripeInvalidRequestError({ type: 'invalid_request_error', statusCode: 400, ...more } as never);

/** What Stripe says, and what it comes to here. */
const REFUSALS: readonly [what: string, error: Error, code: string][] = [
  ['a card that is declined', card({ code: 'card_declined' }), 'card_declined'],
  [
    'a bank’s own word',
    card({ code: 'card_declined', decline_code: 'insufficient_funds' }),
    'insufficient_funds',
  ],
  ['one that is not known here', card({ code: 'card_declined', decline_code: 'a_new_one' }), 'card_declined'],
  ['a stolen card', card({ code: 'card_declined', decline_code: 'stolen_card' }), 'lost_or_stolen_card'],
  ['fraud', card({ code: 'card_declined', decline_code: 'fraudulent' }), 'fraud_suspected'],
  ['an expired card', card({ code: 'expired_card' }), 'expired_card'],
  ['a bank that wants the shopper', card({ code: 'authentication_required' }), 'authentication_required'],
  ['a refund of what was refunded', request({ code: 'charge_already_refunded' }), 'already_refunded'],
  ['a refund of a disputed charge', request({ code: 'charge_disputed' }), 'charge_disputed'],
  ['the same by its other name', request({ code: 'refund_disputed_payment' }), 'charge_disputed'],
  ['a refund beyond the balance', request({ code: 'balance_insufficient' }), 'balance_insufficient'],
  ['a refund of a voucher', request({ code: 'charge_not_refundable' }), 'refund_not_supported'],
  ['a hold that has lapsed', request({ code: 'charge_expired_for_capture' }), 'authorization_expired'],
  ['what is not there', request({ statusCode: 404, message: 'No such pi_123' }), 'other'],
  [
    'a customer of another account',
    request({ code: 'resource_missing', param: 'customer' }),
    'account_holder_unknown',
  ],
  ['too little', request({ code: 'amount_too_small' }), 'invalid_amount'],
  ['too much', request({ code: 'amount_too_large' }), 'invalid_amount'],
  [
    'a key',
    new StripeAuthenticationError({ statusCode: 401, message: 'Invalid API Key sk_live_x' }),
    'configuration_error',
  ],
  [
    'an amount that Stripe does not take',
    new AmountNotInStripe('KWD amounts end in 0 at Stripe'),
    'invalid_amount',
  ],
];

it.each(REFUSALS)('%s is a refusal', async (_, error, code) => {
  const outcome = await failing(error);
  expect(outcome).toMatchObject({ status: 'declined', code });
  expect(JSON.stringify(outcome)).not.toMatch(/pi_123|sk_live/);
});

it('the shopper hears no more of a stolen or suspected card than that it was declined', async () => {
  for (const decline_code of ['stolen_card', 'lost_card', 'fraudulent']) {
    expect(await failing(card({ code: 'card_declined', decline_code }))).toMatchObject({
      message: 'The card was declined',
    });
  }
});

it('more than is left of a payment is said so, whatever was asked', async () => {
  const asked = answerOf(() => Promise.reject(request({ code: 'amount_too_large' })), 'not_capturable');
  expect(await asked).toMatchObject({ code: 'amount_exceeds_balance' });
});

it.each([
  [new StripeAPIError({ statusCode: 500, message: 'x' })],
  [new StripeAPIError({ statusCode: 409, code: 'idempotency_key_in_use' })],
  [new StripeRateLimitError({ statusCode: 429, code: 'lock_timeout' })],
  [new StripeRateLimitError({ statusCode: 400, code: 'rate_limit' })],
  [new StripeConnectionError({ message: 'socket hang up' })],
  [new StripeIdempotencyError({ type: 'idempotency_error', statusCode: 400, message: 'x' } as never)],
  [new TypeError('no such property')],
])('%s is not known: money may have moved', async (error) => {
  expect(await failing(error)).toMatchObject({ status: 'unknown' });
});
