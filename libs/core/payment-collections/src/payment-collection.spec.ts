import fc from 'fast-check';
import { Money } from '@tandem/money';
import { claimed, collectionFrom, covered, kept, type CollectionRow } from './payment-collection';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const amount = fc.integer({ min: 0, max: 100_000 });

/** A sequence of payment transactions of a collection, within the tables' CHECKs. */
const history = fc.array(
  fc.record({
    step: fc.constantFrom('reserve', 'authorize', 'fail', 'capture', 'refund', 'cancel'),
    minor: amount,
  }),
  { maxLength: 12 },
);

interface Totals {
  readonly authorized: number;
  readonly captured: number;
  readonly refunded: number;
  readonly canceled: number;
  readonly reserved: number;
}

function after(totals: Totals, step: string, requested: number): Totals {
  const { authorized, captured, refunded, canceled, reserved } = totals;
  const atMost = (max: number): number => Math.min(requested, max);
  const capturable = authorized - captured - canceled;
  switch (step) {
    case 'reserve':
      return { ...totals, reserved: reserved + requested };
    case 'authorize':
      return { ...totals, authorized: authorized + atMost(reserved), reserved: reserved - atMost(reserved) };
    case 'fail':
      return { ...totals, reserved: reserved - atMost(reserved) };
    case 'capture':
      return { ...totals, captured: captured + atMost(capturable) };
    case 'refund':
      return { ...totals, refunded: refunded + atMost(captured - refunded) };
    default:
      return { ...totals, canceled: canceled + atMost(capturable) };
  }
}

const NONE: Totals = { authorized: 0, captured: 0, refunded: 0, canceled: 0, reserved: 0 };

const collections = history.map((steps) => {
  const totals = steps.reduce((so, { step, minor }) => after(so, step, minor), NONE);
  return {
    authorized: usd(totals.authorized),
    captured: usd(totals.captured),
    refunded: usd(totals.refunded),
    canceled: usd(totals.canceled),
    reserved: usd(totals.reserved),
  };
});

it('the covered amount is never negative and never exceeds what was authorized', () => {
  fc.assert(
    fc.property(collections, (collection) => {
      expect(covered(collection).minor).toBeGreaterThanOrEqual(0n);
      expect(covered(collection).atMost(collection.authorized)).toBe(true);
      expect(kept(collection).minor).toBeGreaterThanOrEqual(0n);
      expect(kept(collection).atMost(covered(collection))).toBe(true);
    }),
  );
});

it('what was authorized is the sum of what was released, refunded, captured and still capturable', () => {
  fc.assert(
    fc.property(collections, (collection) => {
      const { authorized, captured, canceled, refunded } = collection;
      const capturable = authorized.minus(captured).minus(canceled);
      expect(capturable.minor).toBeGreaterThanOrEqual(0n);
      expect(capturable.plus(kept(collection)).compare(covered(collection))).toBe(0);
      expect(canceled.plus(refunded).plus(covered(collection)).compare(authorized)).toBe(0);
    }),
  );
});

it('the claimed amount is covered or reserved', () => {
  fc.assert(
    fc.property(collections, (collection) => {
      expect(claimed(collection).minus(covered(collection)).compare(collection.reserved)).toBe(0);
    }),
  );
});

const row: CollectionRow = {
  ...{ store_id: 's', id: 'c', order_id: 'o', currency: 'JPY', metadata: null, version: 3n },
  ...{ amount: 1n, authorized: 2n, captured: 3n, refunded: 4n, canceled: 5n, reserved: 6n },
  ...{ initiated_at: null, created_at: new Date(1), updated_at: new Date(2) },
};

it('a row and its JSON give the same collection', () => {
  const inJson: CollectionRow = {
    ...{ ...row, amount: 1, authorized: 2, captured: 3, refunded: 4, canceled: 5, reserved: 6, version: 3 },
    ...{ created_at: new Date(1).toISOString(), updated_at: new Date(2).toISOString() },
  };
  expect(collectionFrom(inJson)).toEqual(collectionFrom(row));
  const { amount: one, authorized, captured, refunded, canceled, reserved } = collectionFrom(row);
  expect([one, authorized, captured, refunded, canceled, reserved].map(({ minor }) => minor)).toEqual([
    ...[1n, 2n, 3n, 4n, 5n, 6n],
  ]);
  expect(authorized.currency).toBe('JPY');
});
