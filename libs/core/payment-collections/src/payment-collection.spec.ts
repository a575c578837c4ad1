import fc from 'fast-check';
import { Money } from '@tandem/money';
import { claimed, covered, netCaptured } from './payment-collection';
import { collectionFrom, type CollectionRow } from './payment-collection.row';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const amount = fc.integer({ min: 0, max: 100_000 });

/** The authorized amount by what became of it, and the amount reserved for pending authorizations. Any part may be zero. */
const parts = fc.record({
  uncaptured: amount,
  paid: amount,
  refunded: amount,
  canceled: amount,
  reserved: amount,
});

function collectionOf(of: {
  uncaptured: number;
  paid: number;
  refunded: number;
  canceled: number;
  reserved: number;
}) {
  return {
    authorized: usd(of.uncaptured + of.paid + of.refunded + of.canceled),
    captured: usd(of.paid + of.refunded),
    refunded: usd(of.refunded),
    canceled: usd(of.canceled),
    reserved: usd(of.reserved),
  };
}

it('the covered amount is what is uncaptured or paid, less what is released or refunded', () => {
  fc.assert(
    fc.property(parts, (of) => {
      const collection = collectionOf(of);
      expect(covered(collection).minor).toBe(BigInt(of.uncaptured + of.paid));
      expect(netCaptured(collection).minor).toBe(BigInt(of.paid));
    }),
  );
});

it('the covered amount is never negative and never exceeds what was authorized', () => {
  fc.assert(
    fc.property(parts, (of) => {
      const collection = collectionOf(of);
      expect(covered(collection).minor).toBeGreaterThanOrEqual(0n);
      expect(covered(collection).atMost(collection.authorized)).toBe(true);
      expect(netCaptured(collection).atMost(covered(collection))).toBe(true);
    }),
  );
});

it('what was authorized is covered, released or refunded: the parts add up to the whole', () => {
  fc.assert(
    fc.property(parts, (of) => {
      const collection = collectionOf(of);
      const { authorized, canceled, refunded } = collection;
      expect(covered(collection).plus(canceled).plus(refunded).compare(authorized)).toBe(0);
    }),
  );
});

it('the claimed amount is covered or reserved', () => {
  fc.assert(
    fc.property(parts, (of) => {
      const collection = collectionOf(of);
      expect(claimed(collection).minus(covered(collection)).compare(collection.reserved)).toBe(0);
    }),
  );
});

it('a row becomes a collection, with each amount in its own place', () => {
  const row: CollectionRow = {
    ...{ storeId: 's', id: 'c', orderId: 'o', currency: 'JPY', metadata: null, version: 3n },
    ...{ amount: 1n, authorized: 2n, captured: 3n, refunded: 4n, canceled: 5n, reserved: 6n },
    ...{ initiatedAt: null, createdAt: new Date(1), updatedAt: new Date(2) },
  };
  const { amount: one, authorized, captured, refunded, canceled, reserved, ...rest } = collectionFrom(row);
  expect([one, authorized, captured, refunded, canceled, reserved].map(({ minor }) => minor)).toEqual([
    ...[1n, 2n, 3n, 4n, 5n, 6n],
  ]);
  expect(authorized.currency).toBe('JPY');
  expect(rest).toEqual({
    ...{ storeId: 's', id: 'c', orderId: 'o', metadata: null, version: 3n },
    ...{ initiatedAt: null, createdAt: new Date(1), updatedAt: new Date(2) },
  });
});
