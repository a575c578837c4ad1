import { anOrder, asOrderSystem, asShopper, call } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';

// Order numbers are random, so one may collide with another order's of the same store.

let store: StoreMade;
let first: OrderMade;

/** A trigger gives every other new order of the store the first order's number. */
beforeAll(async () => {
  store = await aStore();
  first = await anOrder(store);
  const { rows } = await database().query<{ store_id: string }>(
    'SELECT store_id FROM api_keys WHERE token = $1',
    [store.publishable_key],
  );
  await database().query(`
    CREATE SEQUENCE draws_in_test;
    CREATE FUNCTION draw_in_test() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF nextval('draws_in_test') % 2 = 1 THEN NEW.number := '${first.number}'; END IF;
      RETURN NEW;
    END $$;
    CREATE TRIGGER draw_in_test BEFORE INSERT ON orders FOR EACH ROW
      WHEN (NEW.store_id = '${rows[0]?.store_id ?? ''}') EXECUTE FUNCTION draw_in_test()`);
});
afterAll(async () => {
  await database().query('DROP FUNCTION draw_in_test CASCADE; DROP SEQUENCE draws_in_test');
});

it('an order and a cart whose number is taken get another one', async () => {
  const created = await anOrder(store);
  expect(created.number).toMatch(/^R\d{9}$/);
  expect(created.number).not.toBe(first.number);
  const cart = await call('POST', '/store/carts', { headers: asShopper(store), body: {} });
  expect([cart.status, cart.body.cart.currency_code]).toEqual([200, 'usd']);
  await expectInvariants(first, created);
});

it('a requested number that is taken is refused, and nothing is written', async () => {
  const body = { currency: 'USD', items: [{ name: 'x', quantity: 1, price: '1' }], number: first.number };
  const reply = await call('POST', '/api/v3/admin/orders', { headers: asOrderSystem(store, 'named'), body });
  expect([reply.status, reply.body.error.details]).toEqual([422, { number: ['has already been taken'] }]);
});
