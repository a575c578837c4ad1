import Stripe from 'stripe';
import { AmountNotInStripe } from './stripe-amount';
import { outcomeOf } from './stripe-outcomes';

const failing = (error: unknown): Promise<unknown> => outcomeOf(() => Promise.reject(error as Error));

const { StripeCardError, StripeAPIError, StripeInvalidRequestError } = Stripe.errors;
const { StripeAuthenticationError, StripeRateLimitError, StripeConnectionError, StripeIdempotencyError } =
  Stripe.errors;

it.each([
  [
    new StripeCardError({ type: 'card_error', statusCode: 402, code: 'card_declined' } as never),
    'card_declined',
  ],
  [
    new StripeCardError({
      type: 'card_error',
      statusCode: 402,
      code: 'card_declined',
      decline_code: 'insufficient_funds',
    } as never),
    'insufficient_funds',
  ],
  [
    new StripeCardError({ type: 'card_error', statusCode: 402, code: 'expired_card' } as never),
    'expired_card',
  ],
  [
    new StripeInvalidRequestError({
      type: 'invalid_request_error',
      statusCode: 400,
      code: 'charge_already_refunded',
    } as never),
    'not_refundable',
  ],
  [
    new StripeInvalidRequestError({
      type: 'invalid_request_error',
      statusCode: 404,
      message: 'No such pi_123',
    } as never),
    'other',
  ],
  [
    new StripeInvalidRequestError({
      type: 'invalid_request_error',
      statusCode: 400,
      code: 'amount_too_small',
    } as never),
    'other',
  ],
  [
    new StripeInvalidRequestError({
      type: 'invalid_request_error',
      statusCode: 400,
      code: 'amount_too_large',
    } as never),
    'other',
  ],
  [new StripeAuthenticationError({ statusCode: 401, message: 'Invalid API Key sk_live_x' }), 'other'],
  [new AmountNotInStripe('KWD amounts end in 0 at Stripe'), 'other'],
])('%s is a refusal: %s', async (error, code) => {
  const outcome = await failing(error);
  expect(outcome).toMatchObject({ status: 'declined', code });
  expect(JSON.stringify(outcome)).not.toMatch(/pi_123|sk_live/);
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
