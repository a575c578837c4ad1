import fc from 'fast-check';
import { Money } from '@tandem/money';
import { completedAt } from './collection-completion';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');

const captures = fc.uniqueArray(
  fc.record({ at: fc.integer({ min: 1, max: 10_000 }), amount: fc.integer({ min: 1, max: 500 }) }),
  { selector: ({ at }) => at, maxLength: 6 },
);

it('a collection is completed by the capture that reaches its amount, in whatever order captures are read', () => {
  fc.assert(
    fc.property(captures, fc.integer({ min: 1, max: 1000 }), (made, amount) => {
      const payments = made.map(({ at, amount: of }) => ({
        entries: [
          { kind: 'authorization' as const, amount: usd(of), createdAt: new Date(0) },
          { kind: 'capture' as const, amount: usd(of), createdAt: new Date(at) },
        ],
      }));
      const completed = completedAt({ collection: { amount: usd(amount) }, payments });
      const takenBy = (time: number): number =>
        made.filter(({ at }) => at <= time).reduce((sum, { amount: of }) => sum + of, 0);
      if (completed === null) expect(takenBy(Infinity)).toBeLessThan(amount);
      else {
        expect(takenBy(completed.getTime())).toBeGreaterThanOrEqual(amount);
        expect(takenBy(completed.getTime() - 1)).toBeLessThan(amount);
      }
    }),
  );
});

it('an authorization alone completes no collection', () => {
  const entry = { kind: 'authorization' as const, amount: usd(100), createdAt: new Date(0) };
  expect(completedAt({ collection: { amount: usd(100) }, payments: [{ entries: [entry] }] })).toBeNull();
});
