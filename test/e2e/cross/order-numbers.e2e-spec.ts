import { anOrder, asOrderSystem, asShopper, call } from '../../support/http';
import { expectInvariantsIn } from '../../support/invariants';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { Server } from '../../support/server-process';
import type { OrderMade, StoreMade } from '../../support/tandem';

// Order numbers are random, so one may collide with another order's of the same store.

let own: OwnDatabase;
let server: Server;
let store: StoreMade;
let first: OrderMade;

/** A trigger gives every other new order the first order's number. */
beforeAll(async () => {
  own = await ownDatabase();
  server = await own.server();
  store = await own.store();
  first = await anOrder(store, {}, server.url);
  await own.pool.query(`
    CREATE SEQUENCE draws_in_test;
    CREATE FUNCTION draw_in_test() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('draws_in_test') % 2 = 1 THEN NEW.number := '${first.number}'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER draw_in_test BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION draw_in_test()`);
});
afterAll(async () => {
  await server.stop();
  await own.drop();
});

it('an order and a cart whose number is taken get another one', async () => {
  const created = await anOrder(store, {}, server.url);
  expect(created.number).toMatch(/^R\d{9}$/);
  expect(created.number).not.toBe(first.number);
  const cart = await call('POST', '/store/carts', {
    headers: asShopper(store),
    body: {},
    server: server.url,
  });
  expect([cart.status, cart.body.cart.currency_code]).toEqual([200, 'usd']);
  await expectInvariantsIn(own.pool, first, created);
});

it('a requested number that is taken is refused, and nothing is written', async () => {
  const body = { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1' }], number: first.number };
  const headers = asOrderSystem(store, 'named');
  const reply = await call('POST', '/api/v3/admin/orders', { headers, body, server: server.url });
  expect([reply.status, reply.body.error.details]).toEqual([422, { number: ['has already been taken'] }]);
});
