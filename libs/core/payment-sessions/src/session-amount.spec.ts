import fc from 'fast-check';
import { Money } from '@tandem/money';
import { creditOfRefund, dueOf, netCaptured } from '@tandem/payment-collections';
import { isPayable, amountFollowingDue, payableOf } from './session-amount';

const usd = (minor: number | bigint): Money => Money.of(BigInt(minor), 'USD');
const zero = usd(0);
const part = (of: Money, share: number): Money => usd(Math.floor(Number(of.minor) * share));

const COUNT = 3;
const ORDER = 'order';

interface Step {
  readonly does: 'hold' | 'take' | 'begin' | 'capture' | 'refund' | 'release';
  /** Which of the order's collections; the first carries its order's id. */
  readonly of: number;
  /** The part of what remains. */
  readonly share: number;
}

const steps = fc.array(
  fc.record({
    does: fc.constantFrom<Step['does'][]>('hold', 'take', 'begin', 'capture', 'refund', 'release'),
    of: fc.nat(COUNT - 1),
    share: fc.oneof(fc.constant(1), fc.double({ min: 0, max: 1, noNaN: true })),
  }),
  { maxLength: 20 },
);

type Collection = ReturnType<typeof collectionOf>;

function collectionOf(amount: number, place: number) {
  const id = place === 0 ? ORDER : `further ${place}`;
  const nothing = { authorized: zero, captured: zero, refunded: zero, canceled: zero, reserved: zero };
  return { id, orderId: ORDER, amount: usd(amount), ...nothing };
}

const locked = ({ authorized, captured, canceled }: Collection): Money =>
  authorized.minus(captured).minus(canceled);

/** A placed order of 1000, with collections of 1000, 600 and 600, to which the steps are applied. */
class PlacedOrder {
  readonly creditLines: { amount: Money; voidedAt: null }[] = [];
  readonly collections = [1000, 600, 600].map(collectionOf);

  due(): ReturnType<typeof dueOf> {
    const { creditLines } = this;
    const price = { total: usd(1000), storeCreditTotal: zero, giftCardTotal: zero };
    return dueOf({ state: 'completed', ...price, creditLines }, this.collections);
  }

  take({ does, of, share }: Step): void {
    const collection = this.collections[of];
    if (collection) Object.assign(collection, this.steps[does](collection, share));
  }

  private readonly steps: Record<Step['does'], (of: Collection, share: number) => Partial<Collection>> = {
    hold: (of, share) => ({ authorized: of.authorized.plus(this.authorizable(of, share)) }),
    take: (of, share) => {
      const amount = this.authorizable(of, share);
      return { authorized: of.authorized.plus(amount), captured: of.captured.plus(amount) };
    },
    begin: (of, share) => ({ reserved: of.reserved.plus(this.authorizable(of, share)) }),
    capture: (of, share) => ({
      captured: of.captured.plus(part(locked(of).min(this.due().collectable), share)),
    }),
    refund: (of, share) => {
      const amount = part(netCaptured(of), share);
      this.creditLines.push({ amount: creditOfRefund(this.due(), amount), voidedAt: null });
      return { refunded: of.refunded.plus(amount) };
    },
    release: (of) => ({ canceled: of.canceled.plus(locked(of)) }),
  };

  private authorizable(of: Collection, share: number): Money {
    const remaining = payableOf(of, this.due());
    const amount = part(remaining, share);
    return isPayable({ amount, coversAll: share === 1 }, remaining) ? amount : zero;
  }
}

it('an order’s collections together never take more than its price, whatever is paid, captured and refunded', () => {
  fc.assert(
    fc.property(steps, (all) => {
      const order = new PlacedOrder();
      for (const step of all) {
        order.take(step);
        const { price, paymentTotal, refundDue } = order.due();
        const inFlight = order.collections.reduce((sum, { reserved }) => sum.plus(reserved), zero);
        expect(refundDue).toEqual(zero);
        expect(paymentTotal.plus(inFlight).atMost(price)).toBe(true);
      }
    }),
  );
});

it.each([
  ['the first collection', ORDER, 40],
  ['any other collection, at most its own amount', 'further', 70],
])('%s may authorize what is left for it', (_, id, remaining) => {
  const due = { payable: usd(40), collectable: usd(90) };
  expect(payableOf({ id, orderId: ORDER, amount: usd(70) }, due)).toEqual(usd(remaining));
});

const amounts = fc.integer({ min: 0, max: 1000 }).map(usd);

it('a partial amount fits if that much is left; the full amount only if it is exactly what is left', () => {
  fc.assert(
    fc.property(amounts, amounts, (amount, remaining) => {
      expect(isPayable({ amount, coversAll: false }, remaining)).toBe(amount.minor <= remaining.minor);
      expect(isPayable({ amount, coversAll: true }, remaining)).toBe(amount.minor === remaining.minor);
    }),
  );
});

it('a manual payment of the full amount always fits while anything is left; no other amount is changed', () => {
  fc.assert(
    fc.property(
      amounts,
      amounts,
      fc.boolean(),
      fc.boolean(),
      (amount, remaining, coversAll, sessionRequired) => {
        const fitting = amountFollowingDue({ amount, coversAll }, { sessionRequired }, remaining);
        const follows = coversAll && !sessionRequired && remaining.isPositive();
        expect(fitting).toEqual(follows ? remaining : amount);
        if (follows) expect(isPayable({ amount: fitting, coversAll }, remaining)).toBe(true);
      },
    ),
  );
});
