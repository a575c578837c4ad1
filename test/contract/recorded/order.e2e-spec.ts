import { asAdmin, call, type Json } from '../../support/http';
import type { Headers_, Stage } from './replay';
import {
  aCollection,
  aPlacedOrder,
  setUpStage,
  expectRefusal,
  expectShape,
  invalid,
  sessionsOf,
  system,
} from './replay';
import * as shapes from './shapes';

// What a Medusa 2.21.2 server answered to these requests, in this order: status, error words, the set and the types of
// keys. Where Tandem answers better than it (500s, HTML pages, empty bodies), its own answer stands here, with a note.

let stage: Stage;
let cart: Json;
let collection: Json;
let order: Json;
let payment: Json;
let reason: Json;

beforeAll(async () => {
  stage = await setUpStage();
  ({ cart, collection, order } = await aPlacedOrder(stage));
});

it('completing again answers the same order', async () => {
  const path = `/store/carts/${cart.id as string}/complete`;
  const again = await expectShape(['POST', path], stage.shopper, {
    type: 'string',
    order: shapes.PLACED_ORDER,
  });
  expect([again.type, again.order.id]).toEqual(['order', order.id]);
});

it('no session is added to a placed order (Medusa: 200)', async () => {
  const reply = await call('POST', sessionsOf(collection), { headers: stage.shopper, body: system });
  expect([reply.status, reply.body.type]).toEqual([400, 'not_allowed']);
  const paid = { ...shapes.COLLECTION, payment_sessions: [{ ...shapes.SESSION, payment: 'object' }] };
  expect(await aCollection(cart, stage.shopper, paid)).toMatchObject({ id: collection.id });
});

it.each([
  ['', shapes.PAYMENT],
  ['?limit=1&offset=0&order=-created_at&fields=id,amount', { id: 'string', amount: 'number' }],
  ['?q=nothing', shapes.PAYMENT],
  ['?created_at[$gt]=2020-01-01T00:00:00Z&fields=id', { id: 'string' }],
  ['?payment_session_id=payses_01M7XQXQF050KDKTAGE069P9E6', shapes.PAYMENT],
])('payments%s', (query, each) =>
  expectShape(['GET', `/admin/payments${query}`], stage.admin, shapes.page('payments', each)),
);

it('payments of the future are none', async () => {
  const path = '/admin/payments?created_at[$gt]=2120-01-01T00:00:00Z&fields=id';
  const found = await expectShape(['GET', path], stage.admin, shapes.page('payments', 'null'));
  expect(found.count).toBe(0);
});

it.each<[Headers_]>([[{}], [{ authorization: 'Bearer x.y.z' }]])('payments with %j', (headers) =>
  expectRefusal(['GET', '/admin/payments'], headers, 401, { message: 'Unauthorized' }),
);

it('payments by a secret key', async () => {
  const shape = shapes.page('payments', { id: 'string' });
  const { payments } = await expectShape(
    ['GET', '/admin/payments?limit=1&fields=id'],
    asAdmin(stage.store),
    shape,
  );
  [payment] = payments;
});

it('a payment, and with what it belongs to', async () => {
  const path = `/admin/payments/${payment.id as string}`;
  await expectShape(['GET', path], stage.admin, { payment: shapes.PAYMENT });
  await expectShape(['GET', `${path}?fields=id,*payment_collection,*payment_session`], stage.admin, {
    payment: {
      id: 'string',
      payment_collection_id: 'string',
      payment_session_id: 'string',
      payment_collection: shapes.wholeCollection(),
      payment_session: 'object|null',
    },
  });
});

const move = (verb: 'capture' | 'refund', body: Json): readonly [string, string, Json] => [
  'POST',
  `/admin/payments/${payment.id as string}/${verb}`,
  body,
];
const TOO_MUCH = {
  type: 'invalid_data',
  message: 'You are not allowed to refund more than the captured amount',
};

it('a refund before a capture; a capture of a part', async () => {
  await expectRefusal(move('refund', { amount: 10 }), stage.admin, 400, TOO_MUCH);
  const shown = await expectShape(move('capture', { amount: 40 }), stage.admin, { payment: shapes.PAYMENT });
  expect(shown.payment.captures).toMatchObject([{ amount: 40 }]);
});

it('the order after it, all of it expanded', async () => {
  const paths =
    'id,payment_status,status,*payment_collections,*payment_collections.payments,' +
    '*payment_collections.payments.captures,*payment_collections.payments.refunds,' +
    '*payment_collections.payment_sessions,*payment_collections.payment_sessions.payment';
  const path = `/admin/orders/${order.id as string}?fields=${paths}`;
  const shown = await expectShape(['GET', path], stage.admin, {
    order: {
      id: 'string',
      status: 'string',
      version: 'number',
      fulfillments: [],
      payment_status: 'string',
      fulfillment_status: 'string',
      payment_collections: [
        shapes.wholeCollection({
          payment_sessions: [{ ...shapes.SESSION, payment: 'object|null' }],
          payments: [shapes.wholePayment()],
        }),
      ],
    },
  });
  // Medusa counts the captured part off what was authorized, and says "awaiting": ours is what the ledger says.
  expect(shown.order).toMatchObject({
    payment_status: 'partially_captured',
    fulfillment_status: 'not_fulfilled',
    payment_collections: [{ status: 'partially_captured', authorized_amount: 110, captured_amount: 40 }],
  });
});

it.each([
  [
    { amount: 100 },
    'You cannot capture more than the authorized amount substracted by what is already captured.',
  ],
  [{ amount: 0 }, "Invalid request: Value for field 'amount' too small, expected at least: '0'"],
  [{ amount: -5 }, "Invalid request: Value for field 'amount' too small, expected at least: '0'"],
])('a capture of %j', (body, message) =>
  expectRefusal(move('capture', body), stage.admin, 400, { type: 'invalid_data', message }),
);

it('a capture of an unknown payment', () =>
  expectRefusal(['POST', '/admin/payments/pay_nope/capture', {}], stage.admin, 404, {
    type: 'not_found',
    message: 'Payment with id: pay_nope was not found',
  }));

it('refund reasons: create, list, read', async () => {
  const body = { label: 'Spoilt', code: 'spoilt', description: 'd' };
  const shape = { refund_reason: shapes.REFUND_REASON };
  reason = (await expectShape(['POST', '/admin/refund-reasons', body], stage.admin, shape)).refund_reason;
  const list = shapes.page('refund_reasons', shapes.REFUND_REASON);
  expect((await expectShape(['GET', '/admin/refund-reasons'], stage.admin, list)).limit).toBe(15);
  await expectShape(['GET', `/admin/refund-reasons/${reason.id as string}`], stage.admin, shape);
});

it('refund reasons: what is missing, what is unknown', async () => {
  const path = '/admin/refund-reasons';
  const required = invalid("Field 'code' is required");
  await expectRefusal(['POST', path, { label: 'Min' }], stage.admin, 400, required);
  const body = { label: 'Dmg', metadata: { a: 1 } };
  const unknown = invalid("Unrecognized fields: 'metadata'");
  await expectRefusal(['POST', `${path}/${reason.id as string}`, body], stage.admin, 400, unknown);
});

it('a refund of a part with reason and note; with an unknown reason; of too much', async () => {
  const body = { amount: 10, refund_reason_id: reason.id, note: 'n' };
  const shown = await expectShape(move('refund', body), stage.admin, { payment: shapes.PAYMENT });
  expect(shown.payment.refunds).toMatchObject([{ amount: 10, note: 'n', refund_reason: { code: 'spoilt' } }]);
  await expectRefusal(move('refund', { amount: 10, refund_reason_id: 'refr_x' }), stage.admin, 404, {
    type: 'not_found',
    message: 'RefundReason id not found: refr_x',
  });
  await expectRefusal(move('refund', { amount: 1000 }), stage.admin, 400, TOO_MUCH);
});

it('a refund without an amount gives back all that is left (Medusa: 400)', async () => {
  const shown = await expectShape(move('refund', {}), stage.admin, {
    payment: {
      ...shapes.PAYMENT,
      refunds: [{ ...shapes.PAYMENT.refunds[0], refund_reason: 'object|null' }],
    },
  });
  expect(shown.payment.refunds).toMatchObject([{ amount: 10 }, { amount: 30 }]);
});

it('the payment with its movements expanded', async () => {
  const path = `/admin/payments/${payment.id as string}?fields=*captures,*refunds,*refunds.refund_reason`;
  await expectShape(['GET', path], stage.admin, {
    payment: { ...shapes.PAYMENT, captures: [shapes.CAPTURE], refunds: [shapes.REFUND] },
  });
});

it('providers, all and the first that is enabled', async () => {
  const shape = shapes.page('payment_providers', { id: 'string', is_enabled: 'boolean' });
  const path = '/admin/payments/payment-providers';
  await expectShape(['GET', path], stage.admin, shape);
  await expectShape(['GET', `${path}?is_enabled=true&limit=1`], stage.admin, shape);
});

it('a refund reason that is removed', async () => {
  const path = `/admin/refund-reasons/${reason.id as string}`;
  const reply = await call('DELETE', path, { headers: stage.admin });
  expect(reply.body).toEqual({ id: reason.id, object: 'refund_reason', deleted: true });
});
it('cancel, and the order after it', async () => {
  ({ order } = await aPlacedOrder(stage));
  const path = `/admin/orders/${order.id as string}`;
  const shown = await expectShape(['POST', `${path}/cancel`], stage.admin, { order: shapes.CANCELED_ORDER });
  expect(shown.order).toMatchObject({ status: 'canceled', payment_collections: [{ status: 'canceled' }] });
  const after = await call('GET', `${path}?fields=id,payment_status`, { headers: stage.admin });
  expect(after.body.order).toMatchObject({ payment_status: 'canceled' });
});

it('a further collection; without an amount', async () => {
  ({ order } = await aPlacedOrder(stage));
  const path = '/admin/payment-collections';
  await expectShape(['POST', path, { order_id: order.id, amount: 20 }], stage.admin, {
    payment_collection: {
      ...shapes.COLLECTION,
      status: 'string',
      authorized_amount: 'null',
      captured_amount: 'null',
      refunded_amount: 'null',
      payments: [],
    },
  });
  const required = invalid("Field 'amount' is required");
  await expectRefusal(['POST', path, { order_id: order.id }], stage.admin, 400, required);
  await expectRefusal(['POST', path, { order_id: 'order_x' }], stage.admin, 400, required);
});
