import { spreePayment } from '../../support/checkout';
import { anOrder, methodOf, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { paymentRows } from '../../support/medusa-admin';
import { asStaff } from '../../support/spree';
import { aStore, tandem, type OrderMade, type StoreMade } from '../../support/tandem';

// Every operation works with amounts of 2^31 minor units and more, in currencies with 0, 2 and 3 decimals.

const ONCE = 'pp_bogus-once_default';

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
  await asStaff(store, 'POST', '/payment_methods', { type: ONCE, name: 'Captured once' });
});

async function authorized(order: OrderMade, provider: string): Promise<string> {
  const methods = (await asStaff(store, 'GET', '/payment_methods')).data as Json[];
  const id = methods.find(({ provider_id }) => provider_id === provider)?.id ?? methodOf(store);
  return (await spreePayment(store, order, { payment_method_id: id })).id;
}

/** The differences that reconcile finds, without the one that names every paid order that is not placed. */
async function differences(order: OrderMade): Promise<unknown[]> {
  const stdout = await tandem('reconcile', '--json', '--days=1').catch((error: Json) => error.stdout);
  return (JSON.parse(stdout as string).differences as Json[]).filter(
    ({ order_id, between }) => order_id === order.id && between !== 'order and payments',
  );
}

const CASES = [
  // A price and a part of it, then both in minor units.
  {
    currency: 'USD',
    price: '21474836.48',
    part: '21474836.47',
    minor: 2_147_483_648,
    partMinor: 2_147_483_647,
  },
  {
    currency: 'IDR',
    price: '30000000.00',
    part: '25000000.50',
    minor: 3_000_000_000,
    partMinor: 2_500_000_050,
  },
  {
    currency: 'JPY',
    price: '3000000000',
    part: '2200000000',
    minor: 3_000_000_000,
    partMinor: 2_200_000_000,
  },
  {
    currency: 'KWD',
    price: '3000000.125',
    part: '2500000.005',
    minor: 3_000_000_125,
    partMinor: 2_500_000_005,
  },
];

describe.each(CASES)('$currency $price', ({ currency, price, part, minor, partMinor }) => {
  let order: OrderMade;
  let payments: string;
  beforeEach(async () => {
    order = await anOrder(store, { currency, items: [{ name: 'A house', quantity: 1, price }] });
    payments = `/orders/${order.id}/payments`;
  });
  afterEach(async () => {
    expect(await differences(order)).toEqual([]);
    await expectInvariants(order);
  });

  it('can be authorized, captured in part and in full, and refunded, and the gateway agrees', async () => {
    const payment = await authorized(order, 'pp_bogus_default');
    await asStaff(store, 'PATCH', `${payments}/${payment}/capture`, { amount: part });
    expect(await paymentRows(order)).toMatchObject([{ captured: String(partMinor) }]);
    await asStaff(store, 'PATCH', `${payments}/${payment}/capture`, {});
    await asStaff(store, 'POST', `/orders/${order.id}/refunds`, { payment_id: payment, amount: part });
    expect(await paymentRows(order)).toMatchObject([
      { authorized: String(minor), captured: String(minor), refunded: String(partMinor) },
    ]);
  });

  it('can be voided in full', async () => {
    const payment = await authorized(order, 'pp_bogus_default');
    await asStaff(store, 'PATCH', `${payments}/${payment}/void`, {});
    expect(await paymentRows(order)).toMatchObject([{ canceled: String(minor), captured: '0' }]);
  });

  it('is released in part by a gateway that captures once', async () => {
    const payment = await authorized(order, ONCE);
    await asStaff(store, 'PATCH', `${payments}/${payment}/capture`, { amount: part });
    expect(await paymentRows(order)).toMatchObject([
      { captured: String(partMinor), canceled: String(minor - partMinor) },
    ]);
  });
});
