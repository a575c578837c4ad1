import type { ArgumentMetadata } from '@nestjs/common';
import { spreeId } from './spree-ids';
import { idIn, SpreeId } from './spree-path-ids';

const UUID = '0197f000-0000-7000-8000-000000000001';
const metadata = {} as ArgumentMetadata;

it('an id of the path’s kind is its UUID', () => {
  expect(SpreeId('payment').transform(spreeId('payment', UUID), metadata)).toBe(UUID);
});

it.each([
  ['payment', 'payment_not_found'],
  ['creditCard', 'saved_card_not_found'],
  ['admin', 'user_not_found'],
] as const)('an id with a wrong or missing prefix answers like an unknown %s', async (kind, code) => {
  for (const id of [spreeId('order', UUID), 'x', ''])
    await expect(SpreeId(kind).transform(id, metadata)).rejects.toMatchObject({ code });
  expect(() => idIn(kind, 'x')).toThrow(expect.objectContaining({ code }));
});

it('a route may name another kind as missing', async () => {
  await expect(SpreeId('customer', 'storeCredit').transform('x', metadata)).rejects.toMatchObject({
    code: 'store_credit_not_found',
  });
});
