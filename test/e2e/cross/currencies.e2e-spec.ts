import { readFileSync } from 'node:fs';
import {
  anOrder,
  asAdmin,
  asGuest,
  asOrderSystem,
  asShopper,
  call,
  methodOf,
  sessionsPath,
  type Json,
} from '../../support/http';
import { medusaIdOf, uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import { aStore, type OrderMade, type StoreMade } from '../../support/tandem';

// A displayed amount equals the charged amount in every currency: ICU rounds some of them where ISO 4217 does not.

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
});

/** The ISO 4217 list of 2024-06-25 from the package, as [code, decimals], and the codes added since. */
const listed = readFileSync('node_modules/currency-codes/iso-4217-list-one.xml', 'utf8');
const CURRENCIES = new Map<string, number>([
  ...[...listed.matchAll(/<Ccy>(\w{3})<\/Ccy>\s*<CcyNbr>\d+<\/CcyNbr>\s*<CcyMnrUnts>(\d)</g)].map(
    ([, code = '', digits]) => [code, Number(digits)] as const,
  ),
  ['XCG', 2],
  ['XAD', 2],
]);

/** 10.50 of USD, 10.125 of IQD, 10 of JPY, 10.5005 of CLF. */
const priceIn = (digits: number): string => ['10', '10.5', '10.50', '10.125', '10.5005'][digits] ?? '';

/** Each amount that has a display_ counterpart, at any depth. */
function displayPairs(value: Json): [name: string, amount: string, display: string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries<Json>(value).flatMap(([name, inner]) => {
    const amount = value[name.replace(/^display_/, '')];
    const isPair = name.startsWith('display_') && inner !== null && typeof amount === 'string';
    return [...(isPair ? [[name, amount, inner] as [string, string, string]] : []), ...displayPairs(inner)];
  });
}

function expectExact(shown: Json, currency: string): void {
  const digits = CURRENCIES.get(currency) ?? 0;
  const found = displayPairs(shown);
  expect(found.length).toBeGreaterThan(0);
  for (const [name, amount, display] of found) {
    const number = display.replace(/[^\d.-]|\.(?!\d)/g, '');
    const decimals = number.split('.')[1]?.length ?? 0;
    expect([name, Number(number), decimals]).toEqual([name, Number(amount), digits]);
  }
}

it('tests the whole list', () => expect(CURRENCIES.size).toBeGreaterThan(165));

it.each([...CURRENCIES])('an order in %s shows all of its %i decimals, in both dialects', async (...row) => {
  const [currency, digits] = row;
  const price = priceIn(digits);
  const order = await anOrder(store, { currency, items: [{ name: 'Tee', quantity: 1, price }] });
  const shown = await asStaff(store, 'GET', `/orders/${order.id}`);
  expect(Number(shown.total)).toBe(Number(price));
  expectExact(shown, currency);
  const cart = await call('GET', `/store/carts/${order.cart_id}?fields=total,raw_total,*items`, {
    headers: asShopper(store),
  });
  expect(cart.body.cart).toMatchObject({ total: Number(price), items: [{ unit_price: Number(price) }] });
});

describe.each(['HUF', 'IQD', 'IDR', 'ISK', 'UGX', 'JPY', 'KWD', 'CLF', 'XCG'])('in %s', (currency) => {
  const price = priceIn(CURRENCIES.get(currency) ?? 0);
  let order: OrderMade;

  beforeAll(async () => {
    order = await anOrder(store, { currency, items: [{ name: 'Tee', quantity: 1, price }] });
  });
  afterAll(() => expectInvariants(order));

  it('a session, its payment and its refund show the charged amount', async () => {
    const headers = asGuest(store, order);
    const body = { payment_method_id: methodOf(store) };
    const made = await call('POST', sessionsPath(order), { headers, body });
    expect(Number(made.body.amount)).toBe(Number(price));
    const path = sessionsPath(order, `/${made.body.id}/complete`);
    const { payment } = (await call('PATCH', path, { headers, body: {} })).body;
    expectExact(payment, currency);
    const id = medusaIdOf('pay', uuidOf(payment.id));
    await call('POST', `/admin/payments/${id}/capture`, { headers: asAdmin(store), body: {} });
    const refund = { payment_id: payment.id, amount: '1' };
    const refunded = await call('POST', `/api/v3/admin/orders/${order.id}/refunds`, {
      headers: asOrderSystem(store),
      body: refund,
    });
    expect([refunded.status, Number(refunded.body.amount)]).toEqual([201, 1]);
    expectExact(refunded.body, currency);
    expectExact(await asStaff(store, 'GET', `/orders/${order.id}/payments`), currency);
    const { body: read } = await call('GET', `/admin/payments/${id}?fields=amount,raw_amount`, {
      headers: asAdmin(store),
    });
    expect(read.payment).toMatchObject({
      amount: Number(price),
      raw_amount: { value: String(Number(price)), precision: 20 },
    });
  });

  it('a variant’s price, a gift card and store credit show their exact amounts', async () => {
    const prices = [{ currency, amount: price }];
    expectExact(await asStaff(store, 'POST', '/variants', { name: 'Tee', prices }), currency);
    expectExact(await asStaff(store, 'POST', '/gift_cards', { amount: price, currency }), currency);
    const path = `/customers/${store.customer.id}/store_credits`;
    expectExact(await asStaff(store, 'POST', path, { amount: price, currency }), currency);
  });
});
