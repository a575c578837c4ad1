import fc from 'fast-check';
import { Money } from '@tandem/money';
import { remaining, type Credit, type CreditKind, type CreditUse } from './credit';
import { creditTotals, excessShares, sharesOf, sumOf } from './credit-shares';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const at = new Date(0);
const amount = fc.integer({ min: 0, max: 10_000 }).map(usd);
const kinds: readonly CreditKind[] = ['store_credit', 'gift_card'];

/** 0 ≤ used + held ≤ amount, as in the tables' CHECKs. */
const credits = fc.array(
  fc
    .record({ left: amount, used: amount, reserved: amount })
    .map(({ left, used, reserved }) => creditOf(left.plus(used).plus(reserved), used, reserved)),
  { maxLength: 5 },
);

const uses = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), minor: fc.integer({ min: 1, max: 10_000 }) }).map(useOf),
  { maxLength: 5 },
);

function creditOf(whole: Money, used: Money, reserved: Money): Credit {
  return { id: 'c', amount: whole, used, held: reserved, createdAt: at, updatedAt: at };
}

function useOf({ kind, minor }: { kind: CreditKind; minor: number }): CreditUse {
  const of = { id: `${kind} ${minor}`, orderId: 'o', creditId: 'c', state: 'held' as const };
  return { ...of, kind, amount: usd(minor), createdAt: at, updatedAt: at };
}

const minorOf = (parts: readonly { readonly amount: Money }[]): bigint => sumOf(parts, 'USD').minor;

it('shares add up to what the order needs, or to all that the credits have', () => {
  fc.assert(
    fc.property(credits, amount, (all, max) => {
      const left = all.reduce((sum, credit) => sum.plus(remaining(credit)), usd(0));
      expect(minorOf(sharesOf(all, max))).toBe(left.min(max).minor);
    }),
  );
});

it('no share is empty or exceeds its credit’s remaining amount', () => {
  fc.assert(
    fc.property(credits, amount, (all, max) => {
      for (const share of sharesOf(all, max)) {
        expect(share.amount.isPositive()).toBe(true);
        expect(share.amount.atMost(remaining(share.of))).toBe(true);
      }
    }),
  );
});

it('a credit is used only once those before it are used up', () => {
  const [first, second] = [creditOf(usd(30), usd(0), usd(0)), creditOf(usd(50), usd(0), usd(0))];
  expect(sharesOf([first, second], usd(30))).toEqual([{ of: first, amount: usd(30) }]);
  expect(sharesOf([first, second], usd(31))).toEqual([
    { of: first, amount: usd(30) },
    { of: second, amount: usd(1) },
  ]);
});

it('releasing leaves exactly what the order needs', () => {
  fc.assert(
    fc.property(uses, amount, (locked, max) => {
      const before = minorOf(locked);
      const after = before - minorOf(excessShares(locked, max));
      expect(after).toBe(before < max.minor ? before : max.minor);
    }),
  );
});

it('no release is empty or exceeds its use', () => {
  fc.assert(
    fc.property(uses, amount, (locked, max) => {
      for (const share of excessShares(locked, max)) {
        expect(share.amount.isPositive()).toBe(true);
        expect(share.amount.atMost(share.of.amount)).toBe(true);
      }
    }),
  );
});

it('the latest use is released first', () => {
  const [oldest, latest] = [
    useOf({ kind: 'store_credit', minor: 30 }),
    useOf({ kind: 'gift_card', minor: 50 }),
  ];
  expect(excessShares([oldest, latest], usd(30))).toEqual([{ of: latest, amount: usd(50) }]);
  expect(excessShares([oldest, latest], usd(20))).toEqual([
    { of: latest, amount: usd(50) },
    { of: oldest, amount: usd(10) },
  ]);
});

it('store credit and gift card add up to the credit total', () => {
  fc.assert(
    fc.property(uses, (all) => {
      const { storeCredit, giftCard } = creditTotals(all, 'USD');
      expect(storeCredit.plus(giftCard).minor).toBe(minorOf(all));
      expect(giftCard.minor).toBe(minorOf(all.filter(({ kind }) => kind === 'gift_card')));
    }),
  );
});
