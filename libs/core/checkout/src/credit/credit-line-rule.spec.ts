import fc from 'fast-check';
import { Money } from '@tandem/money';
import { dueOf, pendingDifference, type Due } from '@tandem/payment-collections';
import { CreditLineRefused } from '../checkout.errors';
import { checkCreditLine } from './credit-line-rule';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const zero = usd(0);

/** What is due for a placed order of 100. */
function due(captured: number, capturing = 0): Due {
  const order = { total: usd(100), storeCreditTotal: zero, giftCardTotal: zero, creditLines: [] };
  const collection = { authorized: usd(captured), captured: usd(captured), refunded: zero, canceled: zero };
  return dueOf({ state: 'completed', ...order }, [{ ...collection, reserved: zero }], usd(capturing));
}

function isRefused(of: Due, amount: number): boolean {
  try {
    checkCreditLine(of, usd(amount));
    return false;
  } catch (error) {
    if (error instanceof CreditLineRefused) return true;
    throw error;
  }
}

it.each([
  ['nothing is pending', due(100), 1, 'has a positive or negative pending difference'],
  ['nothing is pending, to settle', due(100), -1, 'has a positive or negative pending difference'],
  ['below zero while something is due', due(40), -1, 'positive credit lines if the order has a positive'],
  ['more than is due', due(40), 61, 'more positive credit lines'],
  ['what a capture in flight may take', due(40, 10), 51, 'more positive credit lines'],
  [
    'above zero while something is owed to the customer',
    due(130),
    1,
    'negative credit lines if the order has a negative',
  ],
  ['more than is owed to the customer', due(130), -31, 'more negative credit lines'],
])('a credit line is refused: %s', (_, of, amount, words) => {
  expect(() => checkCreditLine(of, usd(amount))).toThrow(words);
});

it('a credit line has the sign of the pending difference and does not exceed it', () => {
  const minor = fc.integer({ min: -300, max: 300 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), minor, (captured, amount) => {
      const of = due(captured);
      const pending = pendingDifference(of).minor;
      const max = pending < 0n ? -pending : pending;
      const isSameWay = pending > 0n ? amount >= 0 : amount <= 0;
      const isAllowed = pending !== 0n && isSameWay && BigInt(Math.abs(amount)) <= max;
      expect(isRefused(of, amount)).toBe(!isAllowed);
    }),
  );
});
