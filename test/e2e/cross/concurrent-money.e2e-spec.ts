import { spreeSession, withOrder } from '../../support/checkout';
import {
  asAdmin,
  asGuest,
  asShopper,
  call,
  collectionPath,
  paymentOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import { database, type OrderMade, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let order: OrderMade;

withOrder((made) => ({ store, order } = made));
afterEach(() => expectInvariants(order));

const statuses = (replies: readonly Reply[]): number[] => replies.map(({ status }) => status).sort();

const create = (amount?: string): Promise<Json> => spreeSession(store, order, { amount });

const complete = (session: Json, key?: string): Promise<Reply> =>
  call('PATCH', sessionsPath(order, `/${session.id}/complete`), {
    headers: asGuest(store, order, key),
    body: {},
  });

const place = (key?: string): Promise<Reply> =>
  call('POST', `/store/carts/${order.cart_id}/complete`, { headers: asShopper(store, key) });

const captureOrRefund = (payment: string, verb: 'capture' | 'refund', amount?: number): Promise<Reply> =>
  call('POST', `/admin/payments/${payment}/${verb}`, { headers: asAdmin(store), body: { amount } });

/** Places the order with an authorized, uncaptured payment; returns the payment's id. */
async function authorized(): Promise<string> {
  await complete(await create());
  await place();
  return paymentOf(store, order);
}

it('two captures at once take no more than was authorized', async () => {
  const payment = await authorized();
  expect(
    statuses(
      await Promise.all([captureOrRefund(payment, 'capture', 70), captureOrRefund(payment, 'capture', 70)]),
    ),
  ).toEqual([200, 400]);
});

it('two refunds at once refund no more than was captured', async () => {
  const payment = await authorized();
  await captureOrRefund(payment, 'capture');
  expect(
    statuses(
      await Promise.all([captureOrRefund(payment, 'refund', 70), captureOrRefund(payment, 'refund', 70)]),
    ),
  ).toEqual([200, 400]);
});

it('twenty refunds at once stop at what was captured', async () => {
  const payment = await authorized();
  await captureOrRefund(payment, 'capture');
  const replies = await Promise.all(Array.from({ length: 20 }, () => captureOrRefund(payment, 'refund', 10)));
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(11);
});

it('a capture and a refund at once leave correct totals', async () => {
  const payment = await authorized();
  await captureOrRefund(payment, 'capture', 50);
  expect(
    statuses(
      await Promise.all([captureOrRefund(payment, 'capture', 60), captureOrRefund(payment, 'refund', 50)]),
    ),
  ).toEqual([200, 200]);
});

it('one session completed by ten requests with different keys is charged once', async () => {
  const session = await create();
  const replies = await Promise.all(Array.from({ length: 10 }, (_, i) => complete(session, `own ${i}`)));
  expect(replies.map(({ status, body }) => [status, body.status])).toEqual(
    Array(10).fill([200, 'completed']),
  );
  expect(new Set(replies.map(({ body }) => body.payment.id)).size).toBe(1);
});

it('two sessions for the whole total, completed at once, pay the order once', async () => {
  const sessions = [await create(), await create()];
  const replies = await Promise.all(sessions.map((session) => complete(session)));
  expect(statuses(replies)).toEqual([200, 422]);
});

it('ten completions of a cart at once place one order and charge once', async () => {
  await create();
  const replies = await Promise.all(Array.from({ length: 10 }, () => place()));
  expect(replies.map(({ status, body }) => [status, body.type])).toEqual(Array(10).fill([200, 'order']));
});

it('a session completed while another replaces it ends either paid or canceled, never both', async () => {
  const session = await create();
  const [, replaced] = await Promise.all([
    complete(session),
    call('POST', collectionPath(order), {
      headers: asShopper(store),
      body: { provider_id: 'pp_bogus_default' },
    }),
  ]);
  const { body } = await call('GET', sessionsPath(order, `/${session.id}`), {
    headers: asGuest(store, order),
  });
  // If it was paid first, nothing is left to pay. If it was replaced first, its completion was refused.
  expect([body.status, replaced.status]).toEqual(
    body.status === 'completed' ? ['completed', 400] : ['canceled', 200],
  );
});

it('a session updated while it is completed is charged the amount it shows', async () => {
  const session = await create('100');
  const [changed, completed] = await Promise.all([
    call('PATCH', sessionsPath(order, `/${session.id}`), {
      headers: asGuest(store, order),
      body: { amount: '40' },
    }),
    complete(session),
  ]);
  expect(completed.status).toBe(200);
  expect(completed.body.payment.amount).toBe(changed.status === 200 ? '40.0' : '100.0');
});

it('a refund that the gateway declines can be made again', async () => {
  const session = await create();
  await call('PATCH', sessionsPath(order, `/${session.id}`), {
    headers: asGuest(store, order),
    body: { external_data: { bogus_card: 'refund_refused' } },
  });
  const payment = await authorizedBy(session);
  await captureOrRefund(payment, 'capture');
  const refused = await captureOrRefund(payment, 'refund', 10);
  expect([refused.status, refused.body.type]).toEqual([422, 'payment_authorization_error']);
  const { rows } = await database().query(
    'SELECT refunded::int, refunding::int FROM payments WHERE order_id = $1',
    [uuidOf(order.id)],
  );
  expect(rows).toEqual([{ refunded: 0, refunding: 0 }]);
});

async function authorizedBy(session: Json): Promise<string> {
  await complete(session);
  return paymentOf(store, order);
}
