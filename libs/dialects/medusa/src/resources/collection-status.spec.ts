import { Money } from '@tandem/money';
import type { CollectionDetails } from '@tandem/payment-sessions';
import { collectionStatus } from './collection-status';

interface Sums {
  readonly authorized?: number;
  readonly captured?: number;
  readonly refunded?: number;
  readonly canceled?: number;
}

/** A collection of 110 with these totals, and sessions in these states. */
function status(sums: Sums, states: readonly string[] = []): string {
  const money = (major = 0): Money => Money.of(BigInt(major) * 100n, 'USD');
  const { authorized, captured, refunded, canceled } = sums;
  const collection = {
    amount: money(110),
    authorized: money(authorized),
    captured: money(captured),
    refunded: money(refunded),
    canceled: money(canceled),
  };
  return collectionStatus({
    collection,
    sessions: states.map((state) => ({ state })),
  } as unknown as CollectionDetails);
}

it.each([
  ['not_paid', {}, ['pending']],
  ['awaiting', {}, ['requires_action']],
  ['awaiting', {}, ['processing']],
  ['not_paid', {}, []],
  ['not_paid', {}, ['failed', 'pending']],
  ['not_paid', {}, ['canceled']],
  ['failed', {}, ['failed']],
  ['awaiting', {}, ['failed', 'requires_action']],
  ['partially_authorized', { authorized: 50 }, ['failed']],
  ['partially_authorized', { authorized: 110, canceled: 60 }, []],
  ['partially_captured', { authorized: 110, captured: 40, refunded: 40 }, []],
  ['authorized', { authorized: 110 }, []],
  ['partially_captured', { authorized: 110, captured: 40 }, []],
  ['completed', { authorized: 110, captured: 110 }, []],
  ['completed', { authorized: 110, captured: 110, refunded: 10 }, []],
  ['canceled', { authorized: 110, canceled: 110 }, []],
] as const)('%s for %j', (expected, sums, states) => {
  expect(status(sums, states)).toBe(expected);
});
