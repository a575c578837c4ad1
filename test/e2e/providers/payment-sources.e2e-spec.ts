import { EventGateway, reports, totalsOf } from '../../support/event-gateway';
import { anOrder, asAdmin, call, paymentOf, sessionsPath, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { asStaff } from '../../support/spree';
import type { OrderMade } from '../../support/tandem';

// Details a gateway reports about a payment, and the order's details it gets.

const gateway = new EventGateway('whatpaid');
let order: OrderMade;
let session: Json;
let id: string;

beforeAll(() => gateway.open());
afterAll(() => gateway.server.stop());
beforeEach(async () => {
  await gateway.deleteEvents();
  order = await anOrder(gateway.store, { email: 'ada@example.com' });
  session = await gateway.session(order);
  id = session.external_id;
});
afterEach(() => expectInvariants(order));

/** An authorization with more details. */
function authorized(more: Json): Json {
  const reported = reports.authorized(id);
  const { value } = reported.outcome;
  return { ...reported, outcome: { status: 'succeeded', value: { ...value, ...more } } };
}

async function paymentOfAdmin(): Promise<Json> {
  return (await asStaff(gateway.store, 'GET', `/orders/${order.id}/payments`)).data[0];
}

async function paymentOfMedusa(): Promise<Json> {
  const path = `/admin/payments/${await paymentOf(gateway.store, order, gateway.server.url)}?fields=data`;
  const { body } = await call('GET', path, { headers: asAdmin(gateway.store), server: gateway.server.url });
  return body.payment;
}

const CARD = {
  type: 'card',
  brand: 'visa',
  last4: '4242',
  expiryMonth: 12,
  expiryYear: 2030,
  wallet: 'apple_pay',
  country: 'DE',
};
const captureBefore = '2027-01-05T00:00:00.000Z';

it('both dialects show the card that paid, and the capture deadline', async () => {
  await gateway.sendAndAwait(authorized({ method: CARD, captureBefore }));
  expect(await paymentOfAdmin()).toMatchObject({
    source_type: 'credit_card',
    source_id: expect.stringMatching(/^card_/),
    source: { brand: 'visa', last4: '4242', month: 12, year: 2030, wallet: 'apple_pay', country: 'DE' },
    order_id: order.id,
    captured_amount: '0.0',
    capture_before: captureBefore,
    disputes: [],
  });
  expect((await paymentOfMedusa()).data).toMatchObject({
    capture_before: captureBefore,
    payment_method_details: {
      ...{ type: 'card', brand: 'visa', last4: '4242', exp_month: 12, exp_year: 2030 },
      ...{ wallet: 'apple_pay', country: 'DE' },
    },
  });
});

it('a shopper sees the card of their own payment, but not the capture deadline', async () => {
  await gateway.sendAndAwait(authorized({ method: CARD, captureBefore }));
  const { body } = await gateway.shopper('GET', `/api/v3/store/orders/${order.id}/payments`, order);
  expect(body.data[0].source).toMatchObject({ brand: 'visa', last4: '4242' });
  expect(body.data[0]).not.toHaveProperty('capture_before');
  expect(body.data[0]).not.toHaveProperty('disputes');
});

it('a payment from an account has a source without a card', async () => {
  await gateway.sendAndAwait(authorized({ method: { type: 'ideal', bank: 'rabobank', country: 'NL' } }));
  expect(await paymentOfAdmin()).toMatchObject({
    source_type: 'payment_source',
    source: { type: 'ideal', bank: 'rabobank', last4: null, country: 'NL' },
    capture_before: null,
  });
});

it('a payment without details from the gateway has no source', async () => {
  await gateway.sendAndAwait(reports.authorized(id));
  expect(await paymentOfAdmin()).toMatchObject({ source_type: null, source_id: null, source: null });
  expect((await paymentOfMedusa()).data).not.toHaveProperty('payment_method_details');
  expect(await totalsOf(order)).toHaveLength(1);
});

it('a gateway gets the order’s details when a session is created or updated, so that staff can find it there', async () => {
  await gateway.shopper('PATCH', sessionsPath(order, `/${session.id}`), order, { amount: '50.00' });
  const reported = gateway.remote.did('order').map((line) => JSON.parse(line));
  const ours = reported.filter(({ number }) => number === order.number);
  expect(ours).toHaveLength(2);
  for (const each of ours) {
    expect(each).toMatchObject({ description: `Order ${order.number}`, email: 'ada@example.com' });
    expect(each.statementSuffix).toBe(order.number);
  }
});

it('a guest’s card is not saved, even if the page requests it', async () => {
  const other = await anOrder(gateway.store);
  await gateway.session(other, { setup_future_usage: 'off_session' });
  const reported = gateway.remote.did('order').map((line) => JSON.parse(line));
  expect(reported.find(({ number }) => number === other.number)).not.toHaveProperty('saveMethod');
  await expectInvariants(other);
});
