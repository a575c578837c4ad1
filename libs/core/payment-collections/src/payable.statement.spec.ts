import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { Money } from '@tandem/money';
import { dueOf } from './due';
import { payableOf } from './payable.statement';

const minor = fc.integer({ min: 0, max: 100_000 });
const aRow = fc.record({
  amount: minor,
  authorized: minor,
  canceled: minor,
  refunded: minor,
  reserved: minor,
});
const usd = (amount: number): Money => Money.of(BigInt(amount), 'USD');

it('the SQL and the function agree on the payable amount', () => {
  fc.assert(
    fc.property(aRow, (row) => {
      // Plain arithmetic, which is valid in both SQL and JavaScript.
      const inSql = Number(runInNewContext(payableOf('c'), { c: row }));
      const zero = usd(0);
      const credit = { storeCreditTotal: zero, giftCardTotal: zero, creditLines: [] };
      const order = { state: 'open' as const, total: usd(row.amount), ...credit };
      const { authorized, canceled, refunded, reserved } = row;
      const totals = { authorized: usd(authorized), canceled: usd(canceled), refunded: usd(refunded) };
      const { payable } = dueOf(order, [{ ...totals, reserved: usd(reserved), captured: zero }]);
      expect(Number(payable.minor)).toBe(Math.max(inSql, 0));
    }),
  );
});
