import { createClient } from '@spree/sdk';
import { CreditCardSchema, PaymentSessionSchema, PaymentSetupSessionSchema } from '@spree/sdk/zod';
import { withOrder } from '../../support/checkout';
import { anOrder, asGuest, asOrderSystem, call, methodOf, sessionsPath, type Json } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { uuidOf } from '../../support/ids';
import { aStore, baseUrl, database, type OrderMade, type StoreMade } from '../../support/tandem';

// Saved cards: their owner, the data stored of them, and that no one else can use them.

let store: StoreMade;
let order: OrderMade;

withOrder(
  (made) => ({ store, order } = made),
  (of) => ({ customer_id: of.customer.id }),
);
afterEach(() => expectInvariants(order));

const sdk = (): ReturnType<typeof createClient> =>
  createClient({ baseUrl, publishableKey: store.publishable_key });
const asOwner = (): { token: string } => ({ token: store.customer.jwt });
const method = (): { payment_method_id: string } => ({ payment_method_id: methodOf(store) });

async function aCard(data: Json = {}): Promise<Json> {
  const setup = await sdk().customer.paymentSetupSessions.create(method(), asOwner());
  const done = await sdk().customer.paymentSetupSessions.complete(
    setup.id,
    { external_data: data },
    asOwner(),
  );
  expect(PaymentSetupSessionSchema.parse(done)).toMatchObject({
    status: 'completed',
    payment_source_type: 'Spree::CreditCard',
  });
  return CreditCardSchema.parse(
    await sdk().customer.creditCards.get(done.payment_source_id ?? '', asOwner()),
  );
}

const pay = (card: string, headers = asCustomer()): ReturnType<typeof call> =>
  call('POST', sessionsPath(order), {
    headers,
    body: { ...method(), external_data: { payment_source_id: card } },
  });

const asCustomer = (of = store): Record<string, string> => ({
  'x-spree-api-key': of.publishable_key,
  authorization: `Bearer ${of.customer.jwt}`,
});

/** Another customer of the same store, logged in. */
async function another(): Promise<Record<string, string>> {
  const email = `other-${Math.random().toString(36).slice(2)}@example.com`;
  const { token } = await sdk().customers.create({
    email,
    password: 'secret1',
    password_confirmation: 'secret1',
  });
  return { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${token}` };
}

it('saves a card, and shows its brand, last four digits, expiry and holder', async () => {
  const setup = PaymentSetupSessionSchema.parse(
    await sdk().customer.paymentSetupSessions.create(method(), asOwner()),
  );
  expect(setup).toMatchObject({ status: 'pending', payment_source_id: null, customer_id: store.customer.id });
  expect([setup.external_id, setup.external_client_secret]).toEqual([
    expect.stringMatching(/^bogus_seti_[0-9a-f]{24}$/),
    expect.stringMatching(/^bogus_seti_secret_[0-9a-f]{16}$/),
  ]);
  const card = await aCard({ card_number: '5555555555554444', cvv: '123' });
  expect(card).toMatchObject({ brand: 'mastercard', last4: '4444', month: 12, name: 'Bogus Card' });
  const { data } = await sdk().customer.creditCards.list({}, asOwner());
  expect(data.map((item) => CreditCardSchema.parse(item).id)).toContain(card.id);
  const { rows } = await database().query<{ text: string }>(
    `SELECT (SELECT json_agg(c)::text FROM saved_cards c) || (SELECT json_agg(s)::text FROM setup_sessions s)
      || (SELECT coalesce(json_agg(k)::text, '') FROM idempotency_keys k) AS text`,
  );
  expect(rows[0]?.text).not.toContain('5555555555554444');
});

it('pays with a saved card, which the payment shows', async () => {
  const card = await aCard();
  const made = PaymentSessionSchema.parse((await pay(card.id)).body);
  const done = await sdk().request<Json>(
    'PATCH',
    `/orders/${order.id}/payment_sessions/${made.id}/complete`,
    asOwner(),
  );
  expect(PaymentSessionSchema.parse(done)).toMatchObject({
    status: 'completed',
    payment: { source_type: 'credit_card', source_id: card.id, source: { id: card.id, last4: '4242' } },
  });
  const listed = await call('GET', `/api/v3/store/orders/${order.id}/payments`, { headers: asCustomer() });
  expect(listed.body.data[0].source).toMatchObject({ id: card.id, cc_type: 'visa', last_digits: '4242' });
});

it('an update can set or replace the saved card of a session', async () => {
  const [declined, good] = [await aCard({ bogus_card: 'insufficient_funds' }), await aCard()];
  for (const external_data of [{}, { payment_source_id: declined.id as string }]) {
    const made = await call('POST', sessionsPath(order), {
      headers: asCustomer(),
      body: { ...method(), external_data },
    });
    const path = sessionsPath(order, `/${made.body.id as string}`);
    const change = (id: unknown): ReturnType<typeof call> =>
      call('PATCH', path, { headers: asCustomer(), body: { external_data: { payment_source_id: id } } });
    expect((await change('card_1C5nQHTxNqcUU3WZ1J6bWb')).status).toBe(404);
    expect((await change(good.id)).status).toBe(200);
    const done = await call('PATCH', `${path}/complete`, { headers: asCustomer() });
    expect(done.body).toMatchObject({ status: 'completed', payment: { source: { id: good.id } } });
    order = await anOrder(store, { customer_id: store.customer.id });
  }
});

it('charging a saved card can be declined', async () => {
  const card = await aCard({ bogus_card: 'insufficient_funds' });
  const made = await pay(card.id);
  const done = await call('PATCH', sessionsPath(order, `/${made.body.id as string}/complete`), {
    headers: asCustomer(),
  });
  expect([done.status, done.body.status, done.body.payment]).toEqual([200, 'failed', undefined]);
});

it('a card that cannot be saved fails its setup session and saves nothing', async () => {
  const setup = await sdk().customer.paymentSetupSessions.create(method(), asOwner());
  const done = await sdk().customer.paymentSetupSessions.complete(
    setup.id,
    { external_data: { bogus_card: 'expired_card' } },
    asOwner(),
  );
  expect([done.status, done.payment_source_id]).toEqual(['failed', null]);
  const again = sdk().customer.paymentSetupSessions.complete(setup.id, {}, asOwner());
  await expect(again).rejects.toMatchObject({ status: 422, code: 'validation_error' });
});

it('a setup session completed several times at once saves one card', async () => {
  const setup = await sdk().customer.paymentSetupSessions.create(method(), asOwner());
  const done = await Promise.all(
    [1, 2, 3].map(() => sdk().customer.paymentSetupSessions.complete(setup.id, {}, asOwner())),
  );
  expect(new Set(done.map(({ payment_source_id }) => payment_source_id)).size).toBe(1);
  const { rows } = await database().query(
    'SELECT count(*)::int AS cards FROM saved_cards c JOIN setup_sessions s ON s.card_id = c.id WHERE s.id = $1',
    [uuidOf(setup.id)],
  );
  expect(rows).toEqual([{ cards: 1 }]);
});

it('no one can read, delete or pay with another’s card', async () => {
  const card = await aCard();
  const other = await another();
  for (const path of [
    `/customer/credit_cards/${card.id as string}`,
    `/customers/me/credit_cards/${card.id as string}`,
  ]) {
    expect((await call('GET', `/api/v3/store${path}`, { headers: other })).status).toBe(404);
    expect((await call('DELETE', `/api/v3/store${path}`, { headers: other })).status).toBe(404);
  }
  const guests = await anOrder(store);
  const requested = await call('POST', sessionsPath(guests), {
    headers: asGuest(store, guests),
    body: { ...method(), external_data: { payment_source_id: card.id as string } },
  });
  expect([requested.status, requested.body.error.message]).toEqual([404, 'Credit card not found']);
  for (const id of ['card_1C5nQHTxNqcUU3WZ1J6bWb', 'nonsense', 5, {}]) {
    expect((await pay(id as string)).status).toBe(404);
  }
  const foreign = await aStore();
  const there = await call('GET', `/api/v3/store/customers/me/credit_cards/${card.id as string}`, {
    headers: asCustomer(foreign),
  });
  expect(there.status).toBe(404);
  expect((await pay(card.id)).status).toBe(201);
});

it('ignores a gateway profile id sent by the caller: only the server sets it', async () => {
  const forged = await call('POST', sessionsPath(order), {
    headers: asCustomer(),
    body: { ...method(), external_data: { gateway_payment_profile_id: 'BGS-card-declined-00ff' } },
  });
  expect(forged.body.external_data.gateway_payment_profile_id).toBeUndefined();
});

it('another’s setup session can be neither read nor completed', async () => {
  const setup = await sdk().customer.paymentSetupSessions.create(method(), asOwner());
  const other = await another();
  const path = `/api/v3/store/customer/payment_setup_sessions/${setup.id}`;
  expect((await call('GET', path, { headers: other })).body.error.message).toBe(
    'Payment setup session not found',
  );
  expect((await call('PATCH', `${path}/complete`, { headers: other, body: {} })).status).toBe(404);
});

it('a deleted card cannot pay, and stays visible on its payments', async () => {
  const card = await aCard();
  const made = await pay(card.id);
  await call('PATCH', sessionsPath(order, `/${made.body.id as string}/complete`), { headers: asCustomer() });
  await sdk().customer.creditCards.delete(card.id, asOwner());
  await expect(sdk().customer.creditCards.get(card.id, asOwner())).rejects.toMatchObject({ status: 404 });
  await expect(sdk().customer.creditCards.delete(card.id, asOwner())).rejects.toMatchObject({ status: 404 });
  const placed = await call('GET', `/api/v3/store/orders/${order.id}`, { headers: asCustomer() });
  expect(placed.body.payments[0].source.id).toBe(card.id);
  order = await anOrder(store, { customer_id: store.customer.id });
  expect((await pay(card.id)).status).toBe(404);
});

it('an expired setup session saves nothing', async () => {
  const setup = await sdk().customer.paymentSetupSessions.create(method(), asOwner());
  await database().query(`UPDATE setup_sessions SET expires_at = now() WHERE id = $1`, [uuidOf(setup.id)]);
  const late = sdk().customer.paymentSetupSessions.complete(setup.id, {}, asOwner());
  await expect(late).rejects.toMatchObject({ status: 422 });
});

it('a method whose provider cannot save cards is refused', async () => {
  const check = { payment_method_id: methodOf(store, 'pp_system_default') };
  await expect(sdk().customer.paymentSetupSessions.create(check, asOwner())).rejects.toMatchObject({
    status: 422,
    details: { payment_method_id: ['does not support saved payment methods'] },
  });
  const unknown = { payment_method_id: 'pm_1C5nQHTxNqcUU3WZ1J6bWb' };
  await expect(sdk().customer.paymentSetupSessions.create(unknown, asOwner())).rejects.toMatchObject({
    status: 404,
    message: 'Payment method not found',
  });
});

it('staff can charge a customer’s saved card off-session for their own orders only', async () => {
  const card = await aCard();
  const charge = (of: OrderMade): ReturnType<typeof call> =>
    call('POST', `/api/v3/admin/orders/${of.id}/payments`, {
      headers: asOrderSystem(store, `charge-${of.id}`),
      body: { ...method(), source_id: card.id as string },
    });
  const guests = await anOrder(store);
  expect((await charge(guests)).status).toBe(404);
  const twice = await Promise.all([charge(order), charge(order)]);
  expect(twice.map(({ status, body }) => [status, body.id as string])).toEqual(
    Array(2).fill([201, twice[0]?.body.id]),
  );
  expect(twice[0]?.body).toMatchObject({ state: 'pending', amount: '110.0', source: { id: card.id } });
});

it('a declined off-session charge is 422, and the order can be paid otherwise', async () => {
  const card = await aCard({ bogus_card: 'card_declined' });
  const charged = await call('POST', `/api/v3/admin/orders/${order.id}/payments`, {
    headers: asOrderSystem(store),
    body: { ...method(), source_id: card.id as string },
  });
  expect([charged.status, charged.body.error]).toEqual([
    422,
    {
      code: 'payment_failed',
      message: 'The card was declined',
      details: { decline_code: 'card_declined' },
    },
  ]);
  expect((await pay((await aCard()).id)).status).toBe(201);
});

it('an off-session charge whose response is lost is made once, and a repeated request finds it even after its card is deleted', async () => {
  const card = await aCard({ bogus_card: 'answer_lost' });
  const charge = (): ReturnType<typeof call> =>
    call('POST', `/api/v3/admin/orders/${order.id}/payments`, {
      headers: asOrderSystem(store, 'lost'),
      body: { ...method(), source_id: card.id as string },
    });
  const lost = await charge();
  expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '1']);
  // The gateway stays unreachable: the resolver looks the charge up once the call's lease has expired.
  const payments = (): ReturnType<typeof call> =>
    call('GET', `/api/v3/admin/orders/${order.id}/payments`, { headers: asOrderSystem(store) });
  for (const until = Date.now() + 30_000; Date.now() < until && (await payments()).body.meta.count === 0;) {
    await new Promise((later) => setTimeout(later, 500));
  }
  const cardPath = `/api/v3/store/customer/credit_cards/${card.id as string}`;
  expect((await call('DELETE', cardPath, { headers: asCustomer() })).status).toBe(204);
  const again = await charge();
  expect([again.status, again.body.source.id]).toEqual([201, card.id]);
  const { rows } = await database().query(
    `SELECT count(*)::int AS charges FROM bogus_charges c JOIN payments p ON p.reference = c.id WHERE p.order_id = $1`,
    [uuidOf(order.id)],
  );
  expect(rows).toEqual([{ charges: 1 }]);
});
