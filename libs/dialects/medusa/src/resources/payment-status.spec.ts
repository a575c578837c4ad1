import type { OrderDetails } from '@tandem/checkout';
import { Money } from '@tandem/money';
import { paymentStatus } from './payment-status';

type Sums = Partial<Record<'authorized' | 'captured' | 'refunded' | 'canceled', number>>;

const usd = (amount: number): Money => Money.fromNumber(amount, 'USD');

/** An order whose collections are 100 each, unless given. */
function orderOf(
  sums: readonly (Sums & { amount?: number; under?: string })[],
  state = 'completed',
): OrderDetails {
  const [payment, ...additional] = sums.map(
    ({ amount = 100, authorized = 0, captured = 0, refunded = 0, canceled = 0, under }) => ({
      collection: {
        amount: usd(amount),
        authorized: usd(authorized),
        captured: usd(captured),
        refunded: usd(refunded),
        canceled: usd(canceled),
      },
      sessions: under === undefined ? [] : [{ state: under }],
    }),
  );
  return { order: { total: usd(100), state }, payment, additional } as unknown as OrderDetails;
}

const whole = { authorized: 100, captured: 100 };

it.each([
  ['not_paid', [{}]],
  ['awaiting', [{ under: 'requires_action' }]],
  ['authorized', [{ authorized: 100 }]],
  ['partially_authorized', [{ authorized: 40 }]],
  ['partially_authorized', [{ authorized: 100 }, {}]],
  ['partially_captured', [{ authorized: 100, captured: 40 }]],
  ['partially_captured', [whole, {}]],
  ['captured', [whole]],
  ['captured', [whole, whole]],
  ['captured', [whole, { authorized: 100, canceled: 100 }]],
  ['captured', [{ amount: 0 }]],
  ['partially_refunded', [{ ...whole, refunded: 1 }]],
  ['partially_refunded', [{ authorized: 100, captured: 40, refunded: 10 }]],
  ['partially_refunded', [{ ...whole, refunded: 100 }, whole]],
  ['refunded', [{ ...whole, refunded: 100 }]],
  ['refunded', [{ authorized: 100, captured: 40, refunded: 40 }]],
  ['canceled', [{ authorized: 100, canceled: 100 }]],
])('%s', (status, sums) => {
  expect(paymentStatus(orderOf(sums))).toBe(status);
});

it.each(['open', 'canceled'])('a fully captured order stays captured while it is %s', (state) => {
  expect(paymentStatus(orderOf([whole], state))).toBe('captured');
  expect(paymentStatus(orderOf([{ authorized: 100, captured: 40 }], state))).toBe('partially_captured');
});

it('an empty cart is not captured, although nothing is due', () => {
  expect(paymentStatus(orderOf([{ amount: 0 }], 'open'))).toBe('not_paid');
});
