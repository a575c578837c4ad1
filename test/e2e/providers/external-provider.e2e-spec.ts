import { resolve } from 'node:path';
import {
  anOrder,
  asAdmin,
  asGuest,
  asShopper,
  call,
  collectionPath,
  sessionsPath,
  type Json,
  type Reply,
  paymentOf,
} from '../../support/http';
import { uuidOf } from '../../support/ids';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

const PLUGIN = resolve('test/support/plugins/remote.js');
const METHOD = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d12';

let server: Server;
let store: StoreMade;
let order: OrderMade;
let methodId: string;

beforeAll(async () => {
  store = await aStore();
  await database().query(
    `INSERT INTO payment_methods (store_id, id, provider_id, name, session_required)
     SELECT store_id, $2, 'pp_remote_default', 'Remote', true FROM api_keys WHERE token = $1`,
    [store.publishable_key, METHOD],
  );
  server = await anotherServer({ TANDEM_PLUGINS: PLUGIN });
  const listed = await call('GET', `/api/v3/store/orders/${store.order.id}/payment_methods`, {
    headers: asGuest(store, store.order),
    server: server.url,
  });
  methodId = listed.body.data.find(({ name }: Json) => name === 'Remote').id as string;
});
afterAll(() => server.stop());
beforeEach(async () => {
  order = await anOrder(store);
});

const spree = (method: string, rest: string, body?: Json, key?: string): Promise<Reply> =>
  call(method, sessionsPath(order, rest), { headers: asGuest(store, order, key), body, server: server.url });
const create = (data: Json = {}, key?: string): Promise<Reply> =>
  spree('POST', '', { payment_method_id: methodId, external_data: data }, key);

it('an external provider creates, updates and completes a session, without any change to Tandem', async () => {
  const made = await create({ note: 'x' });
  expect([made.status, made.body.external_data, made.body.payment_method.type]).toEqual([
    201,
    { note: 'x', created: true },
    'Spree::Gateway::Remote',
  ]);
  const changed = await spree('PATCH', `/${made.body.id as string}`, {
    amount: '50',
    external_data: { more: 1 },
  });
  expect(changed.body).toMatchObject({
    amount: '50.0',
    external_id: made.body.external_id,
    external_data: { note: 'x', more: 1 },
  });
  const done = await spree('PATCH', `/${made.body.id as string}/complete`, {});
  expect(done.body).toMatchObject({ status: 'completed', payment: { amount: '50.0' } });
  await expectInvariants(order);
});

it('replaces a session through Medusa and captures; a partial capture is refused if the gateway does not support it', async () => {
  const shopper = { headers: asShopper(store), server: server.url };
  const made = await call('POST', collectionPath(order), {
    ...shopper,
    body: { provider_id: 'pp_remote_default' },
  });
  expect(made.body.payment_collection.payment_sessions).toMatchObject([
    { data: { created: true }, status: 'pending' },
  ]);
  expect((await call('POST', `/store/carts/${order.cart_id}/complete`, shopper)).body.type).toBe('order');
  const path = `/admin/payments/${await paymentOf(store, order, server.url)}/capture`;
  const part = await call('POST', path, {
    headers: asAdmin(store),
    body: { amount: 40 },
    server: server.url,
  });
  expect([part.status, part.body.message]).toEqual([
    400,
    'The payment provider does not support a partial capture',
  ]);
  expect((await call('POST', path, { headers: asAdmin(store), body: {}, server: server.url })).status).toBe(
    200,
  );
  await expectInvariants(order);
});

it('a session the gateway declines returns the reason, and leaves the order payable', async () => {
  const refused = await create({ remote: 'decline' });
  expect([refused.status, refused.body.error]).toEqual([
    422,
    { code: 'gateway_error', message: 'Remote: no session for you' },
  ]);
  expect((await create()).status).toBe(201);
  await expectInvariants(order);
});

it('a session whose response was lost is created once, and the retry with the key finds it', async () => {
  const lost = await create({ remote: 'lose' }, 'k');
  expect([lost.status, lost.body.error.code]).toEqual([503, 'payment_processing_error']);
  const open = await database().query(
    'SELECT count(*)::int AS n FROM provider_operations WHERE order_id = $1',
    [uuidOf(order.id)],
  );
  expect(open.rows).toEqual([{ n: 1 }]);
  for (
    const until = Date.now() + 30_000;
    Date.now() < until;
    await new Promise((later) => setTimeout(later, 500))
  ) {
    const { rows } = await database().query(`SELECT state FROM provider_operations WHERE order_id = $1`, [
      uuidOf(order.id),
    ]);
    if (rows[0]?.state === 'done') break;
  }
  const retry = await create({ remote: 'lose' }, 'k');
  expect([retry.status, retry.body.status]).toEqual([201, 'pending']);
  const { rows } = await database().query(
    'SELECT count(*)::int AS n FROM payment_sessions WHERE order_id = $1',
    [uuidOf(order.id)],
  );
  expect(rows).toEqual([{ n: 1 }]);
  await expectInvariants(order);
});

it('50 identical requests at once create one session at the gateway', async () => {
  const replies = await Promise.all(Array.from({ length: 50 }, () => create({}, 'fifty')));
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(replies[0]?.status).toBe(201);
});

it('a plugin that cannot be loaded stops the start with one line that names it', async () => {
  await expect(anotherServer({ TANDEM_PLUGINS: 'no-such-package' })).rejects.toThrow(
    /tandem: plugin no-such-package: /,
  );
  await expect(anotherServer({ TANDEM_PLUGINS: `${PLUGIN},${PLUGIN}` })).rejects.toThrow(
    /"pp_remote_default" is registered twice/,
  );
});
