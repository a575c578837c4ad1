import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  anOrder,
  asAdmin,
  asOrderSystem,
  asShopper,
  call,
  collectionPath,
  paymentOf,
  type Reply,
} from '../support/http';
import { expectInvariants } from '../support/invariants';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, baseUrl, type OrderMade, type StoreMade } from '../support/tandem';

// A team's own Nest app: built as its README says, started next to the test server, with one act replaced.

const APP = resolve('examples/own-app');
const REFUSED = 'A refund above 100 needs a second person to ask for it';

let app: Server;
let store: StoreMade;

beforeAll(async () => {
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: APP });
  app = await anotherServer({}, { main: resolve(APP, 'dist/examples/own-app/src/main.js') });
  store = await aStore();
}, 180_000);
afterAll(() => app?.stop());

async function captured(): Promise<{ order: OrderMade; payment: string }> {
  const order = await anOrder(store);
  const shopper = { headers: asShopper(store), server: app.url };
  await call('POST', collectionPath(order), { ...shopper, body: { provider_id: 'pp_bogus_default' } });
  expect((await call('POST', `/store/carts/${order.cart_id}/complete`, shopper)).body.type).toBe('order');
  const payment = await paymentOf(store, order, app.url);
  const path = `/admin/payments/${payment}/capture`;
  expect((await call('POST', path, { headers: asAdmin(store), body: {}, server: app.url })).status).toBe(200);
  return { order, payment };
}

const refund = (
  payment: string,
  amount: number,
  headers: Record<string, string>,
  server = app.url,
): Promise<Reply> => call('POST', `/admin/payments/${payment}/refund`, { headers, body: { amount }, server });
const asAnAdmin = (): Record<string, string> => ({ authorization: `Bearer ${store.admin.jwt}` });

it('a small refund is made as usual', async () => {
  const { order, payment } = await captured();
  expect((await refund(payment, 100, asAdmin(store))).status).toBe(200);
  await expectInvariants(order);
});

it('a large refund is refused however often one caller asks, and made when a second one does', async () => {
  const { order, payment } = await captured();
  for (const key of ['one', 'two']) {
    const refused = await refund(payment, 110, asAdmin(store, key));
    expect([refused.status, refused.body.message]).toEqual([400, REFUSED]);
  }
  const done = await refund(payment, 110, asAnAdmin());
  expect([done.status, done.body.payment.refunds.length]).toEqual([200, 1]);
  await expectInvariants(order);
});

it('the replaced act applies to both APIs', async () => {
  const { order } = await captured();
  const staff = { headers: asOrderSystem(store), server: app.url };
  const { body } = await call('GET', `/api/v3/admin/orders/${order.id}/payments`, staff);
  const path = `/api/v3/admin/orders/${order.id}/refunds`;
  const refused = await call('POST', path, {
    ...staff,
    body: { payment_id: body.data[0].id, amount: '110.00' },
  });
  expect([refused.status, refused.body.error]).toEqual([422, { code: 'validation_error', message: REFUSED }]);
  await expectInvariants(order);
});

it('the standard server still refunds at once: only their app needs a second person', async () => {
  const { payment } = await captured();
  expect((await refund(payment, 110, asAdmin(store))).status).toBe(400);
  expect((await refund(payment, 110, asAdmin(store), baseUrl)).status).toBe(200);
});
