import fc from 'fast-check';
import { Money } from '@tandem/money';
import type { Order } from '@tandem/orders';
import { coversRest, isCovered, isUndecided, whyUncovered } from './order-coverage';
import { decidePlacement, type PlaceableOrder } from './placement-rule';

const usd = (minor: number): Money => Money.of(BigInt(minor), 'USD');
const at = new Date(0);
const item: Order['items'][number] = {
  ...{ id: 'i', variantId: null, name: 'Cup', sku: null, quantity: 1, price: usd(100) },
  ...{ metadata: {}, createdAt: at, updatedAt: at },
};

interface Case {
  readonly authorized?: number;
  readonly reserved?: number;
  readonly leaving?: number;
  readonly credit?: number;
  readonly email?: string | null;
  readonly requestedAt?: Date | null;
}

/** An open order of 100 that is filled. */
function open({ authorized = 0, reserved = 0, leaving = 0, credit = 0, ...more }: Case): PlaceableOrder {
  const { email = 'a@b.c', requestedAt = null } = more;
  const zero = usd(0);
  return {
    order: {
      ...{ state: 'open', total: usd(100), storeCreditTotal: usd(credit), giftCardTotal: zero },
      ...{ creditLines: [], items: [item], email, step: 'cart', placementRequestedAt: requestedAt },
    },
    collection: {
      ...{ authorized: usd(authorized), captured: zero, refunded: zero, canceled: zero },
      reserved: usd(reserved),
    },
    leaving: usd(leaving),
  };
}

const store = (problem: string) => ({ is: 'keep', problem });

it.each([
  ['covered and asked for', open({ authorized: 100 }), true, { is: 'place' }],
  ['covered by a payment and credit', open({ authorized: 40, credit: 60 }), true, { is: 'place' }],
  [
    'covered, and nobody has asked',
    open({ authorized: 100 }),
    false,
    store('It is paid, and nobody has completed it'),
  ],
  [
    'covered, without an email',
    open({ authorized: 100, email: null }),
    true,
    store("Customer E-Mail can't be blank"),
  ],
  ['covered in part', open({ authorized: 60 }), true, store('0.40 USD is still to be paid')],
  ['a payment is on its way', open({ reserved: 100 }), true, { is: 'wait' }],
  ['a refund of what covers it is on its way', open({ authorized: 100, leaving: 30 }), true, { is: 'wait' }],
  ['no money on it', open({}), true, { is: 'forget' }],
  ['covered by credit alone', open({ credit: 100 }), true, { is: 'forget' }],
  [
    'covered by credit alone, and its shopper has asked',
    open({ credit: 100, requestedAt: at }),
    true,
    { is: 'place' },
  ],
])('an open order that is %s', (_, order, isRequested, expected) => {
  expect(decidePlacement(order, isRequested)).toEqual(expected);
});

const amount = fc.integer({ min: 0, max: 150 });
const anOrder = fc
  .record({ authorized: amount, reserved: amount, leaving: amount, credit: amount })
  .map((of) => ({ of, order: open(of) }));

it('no order is placed that its payments and credit do not cover, or whose money is on its way back', () => {
  fc.assert(
    fc.property(anOrder, fc.boolean(), ({ of, order }, isRequested) => {
      const paid = of.authorized + of.credit - of.leaving;
      expect(isCovered(order)).toBe(paid >= 100);
      if (decidePlacement(order, isRequested).is === 'place') expect(paid).toBeGreaterThanOrEqual(100);
    }),
  );
});

it('an order is placed only where it is asked for, and more money never keeps it from that', () => {
  fc.assert(
    fc.property(anOrder, ({ of, order }) => {
      expect(decidePlacement(order, false).is).not.toBe('place');
      const more = open({ ...of, authorized: of.authorized + 1 });
      if (decidePlacement(order, true).is === 'place') expect(decidePlacement(more, true).is).toBe('place');
    }),
  );
});

it('nothing with money on it, or on its way, is forgotten', () => {
  fc.assert(
    fc.property(anOrder, fc.boolean(), ({ of, order }, isRequested) => {
      if (decidePlacement(order, isRequested).is !== 'forget') return;
      expect(of.authorized).toBe(0);
      expect(isUndecided(order) && !isCovered(order)).toBe(false);
    }),
  );
});

it('says how much is still to be paid, or that nothing was', () => {
  expect(whyUncovered(open({}))).toBe('No payment found');
  expect(whyUncovered(open({ authorized: 60, reserved: 10 }))).toBe('0.30 is still to be paid');
});

const session = (state: 'pending' | 'processing', coversAll: boolean, minor: number) => ({
  ...{ state, coversAll },
  amount: usd(minor),
});
const rest = (uncovered: number, payable: number) => ({ uncovered: usd(uncovered), payable: usd(payable) });

it.each([
  ['nothing is left', session('pending', true, 100), rest(0, 0), false],
  ['it is for all there is', session('pending', true, 10), rest(100, 100), true],
  ['it is for a part that is enough', session('pending', false, 100), rest(100, 100), true],
  ['it is for a part that is not enough', session('pending', false, 99), rest(100, 100), false],
  ['others in flight claim the rest', session('pending', true, 100), rest(100, 0), false],
  ['it is in flight itself', session('processing', false, 100), rest(100, 0), true],
])('whether a session pays the rest by hand: %s', (_, chosen, due, expected) => {
  expect(coversRest(chosen, due)).toBe(expected);
});
