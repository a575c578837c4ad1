import { Money } from '@tandem/money';
import { CollectionNotInitiated, NoSessionToComplete } from '../checkout.errors';
import { sessionToComplete, whyUnpaid } from './session-to-complete';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const zero = usd(0);
const order = {
  ...{ state: 'open' as const, total: usd(100), creditLines: [] },
  ...{ storeCreditTotal: zero, giftCardTotal: zero },
};
const collection = (authorized: number, initiatedAt: Date | null = new Date(0)) => ({
  ...{ authorized: usd(authorized), captured: zero, refunded: zero, canceled: zero, reserved: zero },
  initiatedAt,
});

it.each([
  ['the newest that could pay', ['pending', 'requires_action'], 'requires_action'],
  ['one that the gateway is processing', ['pending', 'processing'], 'processing'],
  ['the newest that is not declined', ['pending', 'failed'], 'pending'],
  ['the newest that is not abandoned', ['pending', 'canceled', 'expired'], 'pending'],
] as const)('completes %s', (_, states, expected) => {
  const sessions = states.map((state) => ({ state }));
  expect(sessionToComplete(order, { collection: collection(0), sessions })).toEqual({ state: expected });
});

it('completes no session once payments cover the order', () => {
  const sessions = [{ state: 'pending' as const }];
  expect(sessionToComplete(order, { collection: collection(100), sessions })).toBeNull();
  expect(sessionToComplete(order, { collection: collection(99), sessions })).toBe(sessions[0]);
});

it('distinguishes a collection that was not initiated from one without sessions', () => {
  expect(() => sessionToComplete(order, { collection: collection(0, null), sessions: [] })).toThrow(
    CollectionNotInitiated,
  );
  expect(() => sessionToComplete(order, { collection: collection(0), sessions: [] })).toThrow(
    NoSessionToComplete,
  );
});

const failure = { code: 'card_declined', message: 'Your card was declined' } as const;

it.each([
  ['pending', null, 'requires_action', 'More information is required for payment'],
  ['requires_action', null, 'requires_action', 'More information is required for payment'],
  ['processing', null, 'processing', 'The payment is still being processed'],
  ['failed', failure, 'declined', failure.message],
  ['authorized', null, 'declined', 'The payment does not cover the order'],
] as const)('an order stays open after a session that is %s', (state, why, reason, message) => {
  expect(whyUnpaid({ state, failure: why })).toEqual({ reason, message });
});

it('an order without a session to complete stays open as not covered', () => {
  expect(whyUnpaid(null)).toEqual({ reason: 'declined', message: 'The payment does not cover the order' });
});
