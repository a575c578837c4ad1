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

/** An open order with an item and a total of 100. */
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

const keepOpen = (problem: string) => ({ is: 'keep', problem });

it.each([
  ['covered and requested', open({ authorized: 100 }), true, { is: 'place' }],
  ['covered by a payment and credit', open({ authorized: 40, credit: 60 }), true, { is: 'place' }],
  [
    'covered but not requested',
    open({ authorized: 100 }),
    false,
    keepOpen('It is paid but was not completed'),
  ],
  [
    'covered, without an email',
    open({ authorized: 100, email: null }),
    true,
    keepOpen("Customer E-Mail can't be blank"),
  ],
  ['partly covered', open({ authorized: 60 }), true, keepOpen('0.40 USD is still to be paid')],
  ['waiting for a payment in flight', open({ reserved: 100 }), true, { is: 'wait' }],
  [
    'covered by a payment that is being refunded',
    open({ authorized: 100, leaving: 30 }),
    true,
    { is: 'wait' },
  ],
  ['without money', open({}), true, { is: 'forget' }],
  ['covered by credit alone', open({ credit: 100 }), true, { is: 'forget' }],
  [
    'covered by credit alone and requested by its shopper',
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

it('an order is placed only if payments and credit cover it without what is being refunded', () => {
  fc.assert(
    fc.property(anOrder, fc.boolean(), ({ of, order }, isRequested) => {
      const paid = of.authorized + of.credit - of.leaving;
      expect(isCovered(order)).toBe(paid >= 100);
      if (decidePlacement(order, isRequested).is === 'place') expect(paid).toBeGreaterThanOrEqual(100);
    }),
  );
});

it('an order is placed only on request, and more money never prevents that', () => {
  fc.assert(
    fc.property(anOrder, ({ of, order }) => {
      expect(decidePlacement(order, false).is).not.toBe('place');
      const more = open({ ...of, authorized: of.authorized + 1 });
      if (decidePlacement(order, true).is === 'place') expect(decidePlacement(more, true).is).toBe('place');
    }),
  );
});

it('an order with money, settled or in flight, is never forgotten', () => {
  fc.assert(
    fc.property(anOrder, fc.boolean(), ({ of, order }, isRequested) => {
      if (decidePlacement(order, isRequested).is !== 'forget') return;
      expect(of.authorized).toBe(0);
      expect(isUndecided(order) && !isCovered(order)).toBe(false);
    }),
  );
});

it('reports the amount still due, or that nothing was paid', () => {
  expect(whyUncovered(open({}))).toBe('No payment found');
  expect(whyUncovered(open({ authorized: 60, reserved: 10 }))).toBe('0.30 is still to be paid');
});

const session = (state: 'pending' | 'processing', coversAll: boolean, minor: number) => ({
  ...{ state, coversAll },
  amount: usd(minor),
});
const rest = (uncovered: number, payable: number) => ({ uncovered: usd(uncovered), payable: usd(payable) });

it.each([
  ['nothing remains', session('pending', true, 100), rest(0, 0), false],
  ['it is for the whole amount', session('pending', true, 10), rest(100, 100), true],
  ['it is for a part that is enough', session('pending', false, 100), rest(100, 100), true],
  ['it is for a part that is not enough', session('pending', false, 99), rest(100, 100), false],
  ['others in flight claim the rest', session('pending', true, 100), rest(100, 0), false],
  ['it is in flight itself', session('processing', false, 100), rest(100, 0), true],
])('whether a manual session covers the rest: %s', (_, chosen, due, expected) => {
  expect(coversRest(chosen, due)).toBe(expected);
});
