import fc from 'fast-check';
import { Money } from '@tandem/money';
import { capturable, refundable, type PaymentTotals } from '../payment';
import { amountOf, isAllInFlight, isCaptured } from './transaction-amount';

const usd = (minor: number | bigint): Money => Money.of(BigInt(minor), 'USD');

const ALL = { partialCapture: true, partialRefund: true, cancel: true };
const NONE = { partialCapture: false, partialRefund: false, cancel: false };

function payment(
  totals: Partial<Record<keyof PaymentTotals, number>>,
  state: PaymentTotals['state'],
): PaymentTotals {
  const of = (name: keyof PaymentTotals): Money => usd(totals[name] ?? 0);
  return {
    state,
    authorized: of('authorized'),
    captured: of('captured'),
    capturing: of('capturing'),
    refunded: of('refunded'),
    refunding: of('refunding'),
    canceled: of('canceled'),
  };
}

const authorizedOnly = payment({ authorized: 100 }, 'authorized');
const inPart = payment({ authorized: 100, captured: 40, refunded: 10 }, 'captured');
const fullyRefunded = payment({ authorized: 100, captured: 100, refunded: 100 }, 'captured');
const canceled = payment({ authorized: 100, canceled: 100 }, 'canceled');

it.each([
  ['capture', authorizedOnly, 100],
  ['capture', inPart, 60],
  ['refund', inPart, 30],
  ['cancel', authorizedOnly, 100],
  ['cancel', inPart, 60],
] as const)('without an amount, a %s takes all that is left', (verb, of, left) => {
  expect(amountOf(verb, of, undefined, ALL)).toEqual(usd(left));
});

it.each([
  [
    'a refund of nothing captured',
    () => amountOf('refund', authorizedOnly, undefined, ALL),
    'NothingCaptured',
  ],
  [
    'a refund of a fully refunded payment',
    () => amountOf('refund', fullyRefunded, undefined, ALL),
    'NothingLeftToRefund',
  ],
  ['a refund of zero', () => amountOf('refund', inPart, usd(0), ALL), 'RefundExceedsCaptured'],
  [
    'a capture of what is all captured',
    () => amountOf('capture', fullyRefunded, undefined, ALL),
    'CaptureExceedsAuthorized',
  ],
  [
    'a capture of a canceled payment',
    () => amountOf('capture', canceled, undefined, ALL),
    'PaymentStateForbids',
  ],
  [
    'a cancel of a fully captured payment',
    () => amountOf('cancel', fullyRefunded, undefined, ALL),
    'PaymentStateForbids',
  ],
])('%s has its own error', (_, judge, name) => {
  expect(judge).toThrow(expect.objectContaining({ name }));
});

it.each([
  ['a partial capture', 'capture', authorizedOnly, usd(40)],
  ['a partial refund', 'refund', fullyRefunded, usd(40)],
  ['a cancel', 'cancel', authorizedOnly, undefined],
] as const)('%s is refused if the provider does not support it', (_, verb, of, requested) => {
  expect(() => amountOf(verb, of, requested, NONE)).toThrow(
    expect.objectContaining({ name: 'TransactionUnsupported' }),
  );
});

it('a full capture needs no support for partial captures', () => {
  expect(amountOf('capture', authorizedOnly, undefined, NONE)).toEqual(usd(100));
});

it('an amount in flight never counts as left, whatever the totals are', () => {
  const share = fc.integer({ min: 0, max: 1000 });
  fc.assert(
    fc.property(share, share, share, share, (captured, capturing, refunded, refunding) => {
      const authorized = captured + refunded + refunding + capturing + 1;
      const of = payment(
        { authorized, captured: captured + refunded + refunding, capturing, refunded, refunding },
        'captured',
      );
      const left = capturable(of).plus(of.captured).plus(of.capturing).plus(of.canceled);
      expect(left).toEqual(of.authorized);
      expect(refundable(of)).toEqual(usd(captured));
    }),
  );
});

/** Any payment that the table's CHECK and the state machine allow. */
const aPayment = fc
  .record({
    captured: fc.nat(3),
    capturing: fc.nat(3),
    left: fc.nat(3),
    released: fc.nat(3),
    isVoid: fc.boolean(),
  })
  .map(({ captured, capturing, left, released, isVoid }) => {
    if (captured > 0) {
      const totals = {
        authorized: captured + capturing + left + released,
        captured,
        capturing,
        canceled: released,
      };
      return payment(totals, 'captured');
    }
    const authorized = capturing + left + 1;
    return isVoid
      ? payment({ authorized, canceled: authorized }, 'canceled')
      : payment({ authorized, capturing }, 'authorized');
  })
  .map((of) => ({ ...of, capturedAt: of.captured.compare(of.authorized) === 0 ? new Date(0) : null }));

it('a capture without an amount is already done, waits for another or captures something; only a void payment refuses it', () => {
  fc.assert(
    fc.property(aPayment, (of) => {
      const responses = [
        isCaptured(of, undefined),
        isAllInFlight(of, undefined),
        capturable(of).isPositive(),
      ];
      expect(responses.filter(Boolean)).toHaveLength(of.state === 'canceled' ? 0 : 1);
      if (responses[2]) expect(amountOf('capture', of, undefined, ALL)).toEqual(capturable(of));
      if (of.state === 'canceled') expect(() => amountOf('capture', of, undefined, ALL)).toThrow();
    }),
  );
});

it('a capture with an amount never waits for another, and is already done only if all of it is captured', () => {
  fc.assert(
    fc.property(aPayment, (of) => {
      expect(isAllInFlight(of, usd(1))).toBe(false);
      expect(isCaptured(of, usd(1))).toBe(of.captured.compare(of.authorized) === 0);
    }),
  );
});
