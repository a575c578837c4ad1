import Medusa, { type FetchError } from '@medusajs/js-sdk';
import { anOrder, cartIdOf, type Json } from '../support/http';
import { expectInvariants } from '../support/invariants';
import { medusaOrder, placed } from '../support/medusa-admin';
import { aStore, baseUrl, type OrderMade, type StoreMade } from '../support/tandem';

// @medusajs/js-sdk 2.21.2, unmodified: a back office with its secret key.

let store: StoreMade;
let order: OrderMade;
let payment: string;

beforeAll(async () => {
  store = await aStore();
});
beforeEach(async () => {
  order = await anOrder(store);
  payment = await placed(store, order);
});
afterEach(() => expectInvariants(order));

const admin = (apiKey = store.secret_key): Medusa['admin'] => new Medusa({ baseUrl, apiKey }).admin;

const refusal = (work: Promise<unknown>): Promise<FetchError> =>
  work.then(
    () => Promise.reject(new Error('it was not refused')),
    (error: FetchError) => error,
  );

it('lists payments with every filter it can send', async () => {
  // The SDK's types have fewer payment properties than a server returns.
  const retrieved = await admin().payment.retrieve(payment, {
    fields: '+created_at,+updated_at,*payment_collection',
  });
  const shown = retrieved.payment as unknown as Json;
  expect(shown.payment_collection).toMatchObject({ id: cartIdOf(order.id, 'pay_col'), status: 'authorized' });
  const filters = [
    { payment_session_id: shown.payment_session_id },
    { payment_session_id: [shown.payment_session_id, 'payses_x'] },
    { q: 'nothing', created_at: { $gte: shown.created_at } },
    { created_at: { $gt: '2020-01-01T00:00:00Z', $lte: shown.created_at }, order: '-created_at' },
    { updated_at: { $gte: shown.updated_at, $lt: '2120-01-01T00:00:00Z' } },
  ];
  for (const filter of filters) {
    const { payments, limit } = await admin().payment.list({ ...filter, limit: 1, offset: 0, fields: 'id' });
    expect([filter, payments, limit]).toEqual([filter, [{ id: payment }], 1]);
  }
  const none = await admin().payment.list({ created_at: { $gt: '2120-01-01T00:00:00Z' } });
  expect(none).toEqual({ payments: [], count: 0, offset: 0, limit: 20 });
  const { payment_providers } = await admin().payment.listPaymentProviders({ is_enabled: true });
  expect(payment_providers.map(({ id }) => id)).toContain('pp_system_default');
});

it('captures and refunds in parts with a reason and a note, and cannot refund more', async () => {
  expect((await admin().payment.capture(payment, { amount: 40 })).payment.captures).toMatchObject([
    { amount: 40 },
  ]);
  expect((await admin().payment.capture(payment, {})).payment.captured_at).not.toBeNull();
  const { refund_reason } = await admin().refundReason.create({
    label: 'Late',
    code: `late ${order.number}`,
  });
  const { refund_reasons } = await admin().refundReason.list({ q: order.number });
  expect(refund_reasons).toEqual([refund_reason]);
  const body = { amount: 10, refund_reason_id: refund_reason.id, note: 'two weeks' };
  await admin().payment.refund(payment, body);
  await admin().payment.refund(payment, { amount: 5 });
  const { payment: shown } = await admin().payment.retrieve(payment, {
    fields: '*captures,*refunds,*refunds.refund_reason,payment_collection.refunded_amount',
  });
  expect(shown).toMatchObject({
    captures: [{ amount: 40 }, { amount: 70 }],
    refunds: [
      { amount: 10, note: 'two weeks', refund_reason: { code: refund_reason.code } },
      { amount: 5, note: null, refund_reason: null },
    ],
    payment_collection: { refunded_amount: 15 },
  });
  expect(await refusal(admin().payment.refund(payment, { amount: 96 }))).toMatchObject({
    status: 400,
    message: 'You are not allowed to refund more than the captured amount',
  });
  await admin().refundReason.update(refund_reason.id, { label: 'Too late' });
  expect((await admin().refundReason.retrieve(refund_reason.id)).refund_reason.label).toBe('Too late');
  expect(await admin().refundReason.delete(refund_reason.id)).toEqual({
    id: refund_reason.id,
    object: 'refund_reason',
    deleted: true,
  });
  expect(await refusal(admin().payment.refund(payment, body))).toMatchObject({ status: 404 });
});

it('cancels an authorized payment', async () => {
  const sdk = new Medusa({ baseUrl, apiKey: store.secret_key });
  await sdk.client.fetch(`/admin/payments/${payment}/cancel`, { method: 'POST' });
  expect(await refusal(admin().payment.capture(payment, { amount: 1 }))).toMatchObject({ status: 400 });
});

it('requests a further part, withdraws it, requests again and marks it as paid', async () => {
  const order_id = medusaOrder(order);
  const { payment_collection: first } = await admin().paymentCollection.create({ order_id, amount: 20 });
  expect(first).toMatchObject({ amount: 20, currency_code: 'usd', status: 'not_paid', payment_sessions: [] });
  expect(await admin().paymentCollection.delete(first.id)).toEqual({
    id: first.id,
    object: 'payment-collection',
    deleted: true,
  });
  const { payment_collection: second } = await admin().paymentCollection.create({ order_id, amount: 30 });
  const { payment_collection } = await admin().paymentCollection.markAsPaid(
    second.id,
    { order_id },
    { fields: '+status' },
  );
  expect(payment_collection).toMatchObject({ status: 'completed', captured_amount: 30 });
  expect(await refusal(admin().paymentCollection.markAsPaid(second.id, { order_id }))).toMatchObject({
    status: 400,
  });
});

it('replaces its secret key by another, and revokes the old one', async () => {
  const old = (await admin().apiKey.create({ title: 'old', type: 'secret' })).api_key;
  const made = (await admin(old.token).apiKey.create({ title: 'new', type: 'secret' })).api_key;
  await admin(made.token).payment.list({ limit: 1 });
  const { api_key } = await admin(made.token).apiKey.revoke(old.id);
  expect(api_key).toMatchObject({ title: 'old', token: '', revoked_by: made.id });
  expect(await refusal(admin(old.token).payment.list())).toMatchObject({ status: 401 });
  expect(await admin(made.token).apiKey.delete(old.id)).toMatchObject({ object: 'api_key', deleted: true });
  expect((await admin(made.token).apiKey.retrieve(made.id)).api_key.created_by).toBe(old.id);
  const { api_keys } = await admin(made.token).apiKey.list({ type: 'secret', title: ['old', 'new'] });
  expect(api_keys.map(({ title }) => title)).toEqual(['new']);
  const web = (await admin(made.token).apiKey.create({ title: 'web', type: 'publishable' })).api_key;
  const { api_key: shown } = await admin(made.token).apiKey.update(web.id, { title: 'shop' });
  const [channel] = (shown as unknown as Json).sales_channels;
  const linked = await admin(made.token).apiKey.batchSalesChannels(web.id, { add: [channel.id] });
  expect(linked.api_key).toMatchObject({ title: 'shop', token: web.token, sales_channels: [channel] });
});
