import fc from 'fast-check';
import { Money } from '@tandem/money';
import { creditOfRefund, dueOf, pendingDifference, type CollectionTotals, type PricedOrder } from './due';

const usd = (minor: number | bigint): Money => Money.of(BigInt(minor), 'USD');
const zero = usd(0);

const anAmount = fc.integer({ min: 0, max: 100_000 }).map(usd);

/** 0 ≤ refunded ≤ captured, captured + canceled ≤ authorized, as in the tables' CHECKs. */
const aCollection: fc.Arbitrary<CollectionTotals> = fc
  .record({
    uncaptured: anAmount,
    captured: anAmount,
    canceled: anAmount,
    reserved: anAmount,
    back: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ uncaptured, captured, canceled, reserved, back }) => ({
    authorized: uncaptured.plus(captured).plus(canceled),
    captured,
    canceled,
    reserved,
    refunded: usd(Math.floor(Number(captured.minor) * back)),
  }));

const anOrder: fc.Arbitrary<PricedOrder> = fc.record({
  state: fc.constantFrom('open' as const, 'completed' as const, 'canceled' as const),
  total: anAmount,
  storeCreditTotal: anAmount,
  giftCardTotal: anAmount,
  creditLines: fc.array(
    fc.record({
      amount: fc.integer({ min: -50_000, max: 50_000 }).map(usd),
      voidedAt: fc.option(fc.constant(new Date(0))),
    }),
    { maxLength: 3 },
  ),
});

const collections = fc.array(aCollection, { maxLength: 3 });

/** The due amounts of a completed order of 100 with one collection. */
function placed(totals: Partial<Record<keyof CollectionTotals, number>>, more: Partial<PricedOrder> = {}) {
  const { authorized = 0, captured = 0, refunded = 0, canceled = 0, reserved = 0 } = totals;
  const order = { total: usd(100), storeCreditTotal: zero, giftCardTotal: zero, creditLines: [], ...more };
  const collection = {
    authorized: usd(authorized),
    captured: usd(captured),
    refunded: usd(refunded),
    canceled: usd(canceled),
    reserved: usd(reserved),
  };
  return dueOf({ state: 'completed', ...order }, [collection]);
}

const minorOf = (due: ReturnType<typeof dueOf>): Record<string, number> =>
  Object.fromEntries(Object.entries(due).map(([name, amount]) => [name, Number((amount as Money).minor)]));

const line = (amount: number, voidedAt: Date | null = null) => ({ amount: usd(amount), voidedAt });

it.each([
  ['nothing paid', placed({}), { outstanding: 100, uncovered: 100, payable: 100, refundDue: 0 }],
  [
    'authorized',
    placed({ authorized: 100 }),
    { outstanding: 100, uncovered: 0, payable: 0, collectable: 100 },
  ],
  [
    'released',
    placed({ authorized: 100, canceled: 100 }),
    { outstanding: 100, uncovered: 100, payable: 100 },
  ],
  ['in flight', placed({ reserved: 60 }), { uncovered: 100, payable: 40, collectable: 40 }],
  [
    'partially captured',
    placed({ authorized: 100, captured: 40 }),
    { outstanding: 60, uncovered: 0, collectable: 60 },
  ],
  [
    'captured',
    placed({ authorized: 100, captured: 100 }),
    { outstanding: 0, refundDue: 0, paymentTotal: 100 },
  ],
  [
    'refunded with its credit line',
    placed({ authorized: 100, captured: 100, refunded: 30 }, { creditLines: [line(30)] }),
    { price: 70, paymentTotal: 70, outstanding: 0, uncovered: 0, refundDue: 0 },
  ],
  [
    'refund failed later',
    placed({ authorized: 100, captured: 100 }, { creditLines: [line(30, new Date(0))] }),
    { price: 100, outstanding: 0, refundDue: 0, creditLineTotal: 0 },
  ],
  [
    'store credit and a gift card',
    placed({ authorized: 40 }, { storeCreditTotal: usd(50), giftCardTotal: usd(10) }),
    { price: 40, outstanding: 40, uncovered: 0 },
  ],
  ['free', placed({}, { total: zero }), { price: 0, outstanding: 0, refundDue: 0 }],
  [
    'canceled, captured and not refunded',
    placed({ authorized: 30, captured: 20 }, { state: 'canceled' }),
    { outstanding: 0, uncovered: 0, payable: 0, collectable: 0, refundDue: 20 },
  ],
  [
    'canceled and refunded',
    placed({ authorized: 100, captured: 100, refunded: 100 }, { state: 'canceled' }),
    { outstanding: 0, uncovered: 0, refundDue: 0 },
  ],
])('what is due: %s', (_, due, expected) => {
  expect(minorOf(due)).toMatchObject(expected);
});

it('no amount to collect or refund is negative', () => {
  fc.assert(
    fc.property(anOrder, collections, anAmount, (order, all, capturing) => {
      const due = dueOf(order, all, capturing);
      for (const name of ['outstanding', 'uncovered', 'payable', 'collectable', 'refundDue'] as const)
        expect(due[name].minor).toBeGreaterThanOrEqual(0n);
    }),
  );
});

it('an order is never both underpaid and overpaid, and captures in flight never raise what is collectable', () => {
  fc.assert(
    fc.property(anOrder, collections, anAmount, (order, all, capturing) => {
      const due = dueOf(order, all, capturing);
      expect(due.outstanding.isPositive() && due.refundDue.isPositive()).toBe(false);
      expect(due.payable.atMost(due.uncovered)).toBe(true);
      expect(due.uncovered.atMost(due.outstanding)).toBe(true);
      expect(due.collectable.atMost(dueOf(order, all).collectable)).toBe(true);
      expect(pendingDifference(due).minor).toBe(due.outstanding.minor - due.refundDue.minor);
    }),
  );
});

it('a refund of a completed order, with its credit line, never changes what is outstanding, and settles the refund due first', () => {
  const aRefund = fc.tuple(anOrder, aCollection, fc.double({ min: 0, max: 1, noNaN: true }));
  fc.assert(
    fc.property(aRefund, ([order, collection, part]) => {
      const before = dueOf({ ...order, state: 'completed' }, [collection]);
      const refund = usd(Math.floor(Number(before.paymentTotal.minor) * part));
      const credit = creditOfRefund(before, refund);
      const creditLines = [...order.creditLines, { amount: credit, voidedAt: null }];
      const refunded = collection.refunded.plus(refund);
      const after = dueOf({ ...order, state: 'completed', creditLines }, [{ ...collection, refunded }]);
      expect(after.outstanding.compare(before.outstanding)).toBe(0);
      expect(after.refundDue.minor).toBe(before.refundDue.minor - refund.min(before.refundDue).minor);
    }),
  );
});

it('a refund that fails later leaves the amounts due as before it', () => {
  fc.assert(
    fc.property(anOrder, aCollection, (order, collection) => {
      const before = dueOf(order, [collection]);
      const credit = creditOfRefund(before, collection.captured.minus(collection.refunded));
      const creditLines = [...order.creditLines, { amount: credit, voidedAt: new Date(0) }];
      expect(minorOf(dueOf({ ...order, creditLines }, [collection]))).toEqual(minorOf(before));
    }),
  );
});

it('a canceled order has nothing outstanding, and all that was captured and not refunded is due back', () => {
  fc.assert(
    fc.property(anOrder, collections, (order, all) => {
      const due = dueOf({ ...order, state: 'canceled' }, all);
      const stored = all.reduce((sum, { captured, refunded }) => sum + captured.minor - refunded.minor, 0n);
      expect([due.outstanding.minor, due.uncovered.minor, due.payable.minor]).toEqual([0n, 0n, 0n]);
      expect(due.refundDue.minor).toBe(stored);
    }),
  );
});

it('a credit line reduces the amount due, down to zero', () => {
  fc.assert(
    fc.property(anOrder, collections, anAmount, (order, all, amount) => {
      const before = dueOf({ ...order, state: 'completed' }, all);
      const creditLines = [...order.creditLines, { amount, voidedAt: null }];
      const after = dueOf({ ...order, state: 'completed', creditLines }, all);
      const settled = pendingDifference(before).minus(pendingDifference(after));
      expect(settled.minor).toBe(amount.minor);
      expect(after.outstanding.atMost(before.outstanding)).toBe(true);
    }),
  );
});
