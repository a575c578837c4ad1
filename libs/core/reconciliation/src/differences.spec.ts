import { Money } from '@tandem/money';
import type { Payment } from '@tandem/payments';
import type { PaymentAtGateway } from '@tandem/provider-kit';
import { isInFlight, unequalTotals, differencesFromGateway, unlikeAbandoned } from './differences';

const usd = (minor: bigint): Money => Money.of(minor, 'USD');
const at = new Date(0);

const payment: Payment = {
  ...{ storeId: 's', id: 'p', orderId: 'o', collectionId: 'o', sessionId: 'se', paymentMethodId: 'm' },
  ...{ providerId: 'pp', number: 'P1', state: 'captured', reference: 'r', externalId: 'e', cardId: null },
  ...{ authorized: usd(100n), captured: usd(60n), refunded: usd(10n), canceled: usd(40n) },
  ...{ capturing: usd(0n), refunding: usd(0n), paidWith: null, captureBefore: null, operations: 1 },
  ...{ capturedAt: at, canceledAt: null, createdAt: at, updatedAt: at },
};

const amount = (minor: bigint) => ({ minor, currency: 'USD' });

const atGateway: PaymentAtGateway = {
  ...{ state: 'captured', authorized: amount(100n), captured: amount(60n) },
  ...{ refunded: amount(10n), canceled: amount(40n) },
};

const sums = { authorized: 100n, captured: 60n, refunded: 10n, canceled: 40n };

it('totals that match the sums of their entries are not a difference', () => {
  expect(unequalTotals(payment, sums)).toEqual([]);
});

it.each(['authorized', 'captured', 'refunded', 'canceled'] as const)(
  'a %s total that does not match its sum is a difference',
  (name) => {
    const ours = String(payment[name].minor);
    expect(unequalTotals(payment, { ...sums, [name]: sums[name] + 1n })).toEqual([
      [name, ours, String(sums[name] + 1n)],
    ]);
  },
);

it('a gateway that agrees, or does not report canceled amounts, is not a difference', () => {
  const { canceled: _, ...without } = atGateway;
  expect(differencesFromGateway(payment, atGateway)).toEqual([]);
  expect(differencesFromGateway(payment, without)).toEqual([]);
});

it.each([
  ['captured', { captured: amount(61n) }, ['captured', '60', '61']],
  ['refunded', { refunded: amount(0n) }, ['refunded', '10', '0']],
  ['authorized', { authorized: amount(99n) }, ['authorized', '100', '99']],
  ['state', { state: 'canceled' }, ['state', 'captured', 'canceled']],
  ['canceled', { canceled: amount(0n) }, ['canceled', '40', '0']],
  ['currency', { authorized: { minor: 100n, currency: 'EUR' } }, ['currency', 'USD', 'EUR']],
] as const)('a gateway with another %s is a difference', (_, other, reported) => {
  expect(differencesFromGateway(payment, { ...atGateway, ...other })).toEqual([reported]);
});

it.each([
  ['was captured', { captured: amount(60n), refunded: amount(59n) }, ['captured', '0', '60']],
  ['is authorized', { state: 'authorized', captured: amount(0n) }, ['authorized', '0', '100']],
  [
    'is still open',
    { state: 'authorized', captured: amount(0n), authorized: amount(0n) },
    ['state', 'abandoned', 'open'],
  ],
] as const)('an abandoned session that %s at its gateway is a difference', (_, other, reported) => {
  expect(unlikeAbandoned({ ...atGateway, ...other })).toEqual([reported]);
});

it('an abandoned session that was canceled or refunded in full at its gateway is not a difference', () => {
  expect(unlikeAbandoned({ ...atGateway, refunded: amount(60n) })).toEqual([]);
  expect(unlikeAbandoned({ ...atGateway, state: 'canceled', captured: amount(0n) })).toEqual([]);
});

it('a payment with a capture or a refund in flight is not settled yet', () => {
  expect(isInFlight(payment)).toBe(false);
  expect(isInFlight({ ...payment, capturing: usd(1n) })).toBe(true);
  expect(isInFlight({ ...payment, refunding: usd(1n) })).toBe(true);
});
