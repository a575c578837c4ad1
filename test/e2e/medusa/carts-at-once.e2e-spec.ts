import { anOrder, type Json } from '../../support/http';
import { medusaIdOf, uuidOf, uuidOfMedusa } from '../../support/ids';
import {
  aCart,
  aSession,
  cartOf,
  completed,
  placed,
  readCart,
  refusal,
  type Shop,
  shopOf,
  TIME,
  withMedusaStore,
} from '../../support/medusa';
import { asStaff, aVariant } from '../../support/spree';
import { aStore, database, type StoreMade } from '../../support/tandem';

let store: StoreMade;
let variant: string;
let guest: Shop;
let customer: Shop;

withMedusaStore((made) => ({ store, variant, guest, customer } = made), { sku: 'TEE' });

describe('a customer claims a guest’s cart', () => {
  const claim = (shop: Shop, id: string, key?: string): Promise<Json> =>
    shop('POST', `/carts/${id}/customer`, undefined, key);

  it('and then only they can read it, at the same price', async () => {
    const { id } = await aCart(guest, variant, { email: 'g@example.com' });
    const claimed = await cartOf(claim(customer, id, 'take'));
    expect(claimed).toMatchObject({ email: store.customer.email, total: 110 });
    expect(claimed.customer_id).toMatch(/^cus_/);
    expect((await guest('GET', `/carts/${id as string}`)).status).toBe(404);
    expect((await claim(customer, id, 'take')).body.cart).toEqual(claimed);
  });

  it('only when logged in', async () => {
    const { id } = await aCart(guest, variant);
    const reply = await claim(guest, id);
    expect([reply.status, reply.body]).toEqual([401, { message: 'Unauthorized' }]);
  });

  it('but not another customer’s cart', async () => {
    const order = await anOrder(store, { customer_id: store.customer.id });
    const other = await aStore();
    expect((await claim(shopOf(other, other.customer.jwt), order.cart_id)).status).toBe(404);
    await database().query('UPDATE orders SET customer_id = $2 WHERE id = $1', [
      uuidOf(order.id),
      '01a1fc02-0000-7000-8000-000000000001',
    ]);
    expect((await claim(customer, order.cart_id)).status).toBe(404);
  });

  it('while the guest pays: it is paid once and has one owner', async () => {
    for (let round = 0; round < 5; round++) {
      const { id } = await aCart(guest, variant);
      await aSession(guest, id);
      const [done, claimed] = await Promise.all([completed(guest, id), claim(customer, id)]);
      expect([200, 404]).toContain(done.status);
      expect([200, 400]).toContain(claimed.status);
      const owner = claimed.status === 200 ? customer : guest;
      // The customer who claimed the cart has to pay with a session of their own.
      if (claimed.status === 200) await aSession(customer, id);
      const again = await completed(owner, id);
      expect(again.body.type).toBe('order');
      const { rows } = await database().query('SELECT captured FROM payments WHERE order_id = $1', [
        uuidOfMedusa(id),
      ]);
      expect(rows).toHaveLength(1);
    }
  });
});

it('two tabs adding the same variant at once make one line of both', async () => {
  const { id } = await aCart(guest, variant, { items: [] });
  const add = (): Promise<Json> =>
    guest('POST', `/carts/${id as string}/line-items`, { variant_id: variant, quantity: 1 });
  const replies = await Promise.all(Array.from({ length: 8 }, add));
  expect(replies.map(({ status }) => status)).toEqual(Array(8).fill(200));
  expect(await readCart(guest, id)).toMatchObject({ total: 440, items: [{ quantity: 8 }] });
});

it('the same request twice with one key adds once', async () => {
  const { id } = await aCart(guest, variant, { items: [] });
  const add = (): Promise<Json> =>
    guest(
      'POST',
      `/carts/${id as string}/line-items`,
      { variant_id: variant, quantity: 1 },
      `add ${id as string}`,
    );
  const [one, two] = await Promise.all([add(), add()]);
  expect(one.body).toEqual(two.body);
  expect((await readCart(guest, id)).total).toBe(55);
});

it('a price change between adding and paying does not change what the cart charges', async () => {
  const own = await aVariant(store);
  const items = [{ variant_id: medusaIdOf('variant', uuidOf(own)), quantity: 1 }];
  const { id } = await aCart(guest, variant, { items });
  await aSession(guest, id);
  await asStaff(store, 'PATCH', `/variants/${own}`, { prices: [{ currency: 'USD', amount: '99.00' }] });
  expect((await readCart(guest, id)).total).toBe(55);
  expect((await placed(guest, id)).total).toBe(55);
});

it('a cart changed after its session was opened cannot be completed with that session', async () => {
  const { id } = await aCart(guest, variant);
  await aSession(guest, id);
  await guest('POST', `/carts/${id as string}/line-items`, { variant_id: variant, quantity: 1 });
  const reply = await completed(guest, id);
  expect(refusal(reply)).toEqual([
    400,
    'not_allowed',
    'Amount no longer fits: 165.00 USD is outstanding. Update the payment session first.',
  ]);
  expect((await readCart(guest, id)).completed_at).toBeNull();
  await aSession(guest, id);
  expect((await completed(guest, id)).body).toMatchObject({ type: 'order', order: { total: 165 } });
});

it('completing twice at once places one order and charges once', async () => {
  const { id } = await aCart(guest, variant);
  await aSession(guest, id);
  const replies = await Promise.all(Array.from({ length: 4 }, () => completed(guest, id)));
  expect(replies.map(({ body }) => body.type)).toEqual(Array(4).fill('order'));
  expect(new Set(replies.map(({ body }) => body.order.id)).size).toBe(1);
});

it('a customer’s cart answers 404 to anyone else, and so does another store’s', async () => {
  const { id } = await aCart(customer, variant);
  const path = `/carts/${id as string}`;
  const other = await aStore();
  const requested: readonly [string, string, unknown?][] = [
    ['GET', path],
    ['POST', path, { email: 'x@example.com' }],
    ['POST', `${path}/line-items`, { variant_id: variant, quantity: 1 }],
    ['POST', `${path}/complete`],
  ];
  for (const shop of [guest, shopOf(other), shopOf(other, other.customer.jwt)]) {
    for (const [method, where, body] of requested) {
      const reply = await shop(method, where, body);
      expect(refusal(reply)).toEqual([404, 'not_found', `Cart id not found: ${id as string}`]);
    }
  }
});

it('a completed cart can still be read, but not changed', async () => {
  const cart = await aCart(guest, variant);
  await placed(guest, cart.id);
  const path = `/carts/${cart.id as string}`;
  const before = await readCart(guest, cart.id);
  expect(before.completed_at).toEqual(TIME);
  const requested: readonly [Shop, string, string, unknown?][] = [
    [guest, 'POST', path, { email: 'x@example.com' }],
    [guest, 'POST', `${path}/line-items`, { variant_id: variant, quantity: 1 }],
    [guest, 'POST', `${path}/line-items/${cart.items[0].id as string}`, { quantity: 1 }],
    [guest, 'DELETE', `${path}/line-items/${cart.items[0].id as string}`],
    [customer, 'POST', `${path}/customer`],
  ];
  for (const [shop, method, where, body] of requested) {
    expect(refusal(await shop(method, where, body))).toEqual([
      400,
      'invalid_data',
      `Cart ${cart.id as string} is already completed.`,
    ]);
  }
  expect(await readCart(guest, cart.id)).toEqual(before);
});
