import { Money } from '@tandem/money';
import { giftCardState, isExpired, remaining, type GiftCard } from './credit';
import { normalCode } from './gift-card-code';

const usd = (text: string): Money => Money.parse(text, 'USD');
const now = new Date('2026-11-21T12:00:00Z');
const card = (more: Partial<GiftCard> = {}): GiftCard => ({
  id: 'g',
  code: 'C',
  customerId: null,
  amount: usd('50'),
  used: usd('0'),
  held: usd('0'),
  expiresAt: null,
  redeemedAt: null,
  canceledAt: null,
  createdAt: now,
  updatedAt: now,
  readAt: now,
  ...more,
});

it('the remaining amount is neither used nor reserved', () => {
  expect(remaining(card({ used: usd('20'), held: usd('12.50') })).toDecimal()).toBe('17.50');
});

it.each([
  ['active', {}],
  ['active', { held: usd('50') }],
  ['partially_redeemed', { used: usd('1') }],
  ['redeemed', { used: usd('50') }],
  ['redeemed', { used: usd('50'), expiresAt: new Date('2020-01-01') }],
  ['expired', { expiresAt: now }],
  ['expired', { used: usd('1'), expiresAt: new Date('2026-11-21T11:59:59Z') }],
  ['canceled', { canceledAt: now, used: usd('50') }],
] as const)('is %s with %j', (state, more) => {
  expect(giftCardState(card(more), now)).toBe(state);
});

it('expires exactly at expiresAt', () => {
  expect(isExpired(card({ expiresAt: now }), new Date(now.getTime() - 1))).toBe(false);
  expect(isExpired(card({ expiresAt: now }), now)).toBe(true);
});

it('accepts a code with spaces, dashes and lower case', () => {
  expect(normalCode(' r4tk-9zp2 m7qx-3w8c ')).toBe('R4TK9ZP2M7QX3W8C');
});
