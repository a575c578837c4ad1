import fc from 'fast-check';
import { Money } from '@tandem/money';
import { payableByCredit } from './payable-by-credit';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const zero = usd(0);
const amount = fc.integer({ min: 0, max: 10_000 });

const locked = (total: number, authorized: number, reserved: number) => ({
  order: {
    ...{ state: 'open' as const, total: usd(total), creditLines: [] },
    ...{ storeCreditTotal: usd(7), giftCardTotal: usd(9) },
  },
  collection: {
    ...{ authorized: usd(authorized), captured: zero, refunded: zero, canceled: zero },
    reserved: usd(reserved),
  },
});

it('credit, other credit, payments and authorizations in flight together never exceed the total', () => {
  fc.assert(
    fc.property(amount, amount, amount, amount, (total, authorized, reserved, other) => {
      const max = payableByCredit(locked(total, authorized, reserved), usd(other)).minor;
      const rest = BigInt(total - authorized - reserved - other);
      expect(max).toBe(rest > 0n ? rest : 0n);
    }),
  );
});

it('ignores credit already applied to the order, and subtracts the other credit passed in', () => {
  expect(payableByCredit(locked(100, 0, 0), usd(20)).minor).toBe(80n);
});
