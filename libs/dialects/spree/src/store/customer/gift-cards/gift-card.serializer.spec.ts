import { Money } from '@tandem/money';
import { serializeGiftCard } from './gift-card.serializer';

const expiresAt = new Date('2026-11-29T12:00:00Z');
const card = {
  id: '0197f000-0000-7000-8000-000000000001',
  code: 'ABCD',
  customerId: null,
  amount: Money.parse('50', 'USD'),
  used: Money.zero('USD'),
  held: Money.zero('USD'),
  expiresAt,
  redeemedAt: null,
  canceledAt: null,
  createdAt: new Date('2026-11-01T12:00:00Z'),
  updatedAt: new Date('2026-11-01T12:00:00Z'),
};

it.each([
  ['just before', new Date(expiresAt.getTime() - 1), 'active', false],
  ['at expiry', expiresAt, 'expired', true],
])('expiry is judged at the time of reading, not of serializing: %s', (_, readAt, state, expired) => {
  expect(serializeGiftCard({ ...card, readAt })).toMatchObject({ state, expired, active: !expired });
});
