import type { Json, Reply } from '../support/http';
import { CarriedOn } from './carried-on';

// The old installation's keys, logins and tokens. See README.md here.

let shop: CarriedOn;

beforeAll(async () => {
  shop = await CarriedOn.start();
});
afterAll(() => shop?.stop());

const bearer = (jwt: string): Record<string, string> => ({ authorization: `Bearer ${jwt}` });
const me = (jwt: string): Promise<Reply> => shop.spree('GET', '/customers/me', bearer(jwt));
const admin = (path: string, headers: Record<string, string>): Promise<Reply> =>
  shop.send({ method: 'GET', path: `/admin${path}`, headers });

describe('a secret key made before there were scopes', () => {
  const keys = (): readonly string[] => [
    shop.made.store.secret_key,
    shop.made.keys.spree,
    shop.made.keys.medusa,
  ];

  it('can read and write in the admin APIs of both dialects', async () => {
    for (const key of keys()) {
      const read = [
        await shop.staff('GET', '/orders', undefined, key),
        await shop.office('GET', '/orders', undefined, key),
      ];
      expect(read.map(({ status }) => status)).toEqual([200, 200]);
      const body = { currency: 'USD', items: [{ name: 'T-shirt', quantity: 1, price: '55.00' }] };
      expect((await shop.staff('POST', '/orders', body, key)).status).toBe(201);
      const reason = { label: 'Late', code: `late_${key.slice(3, 12)}` };
      expect((await shop.office('POST', '/refund-reasons', reason, key)).status).toBe(200);
    }
  });

  it('that was revoked is refused', async () => {
    const { revoked } = shop.made.keys;
    expect((await shop.staff('GET', '/orders', undefined, revoked)).status).toBe(401);
    expect((await shop.office('GET', '/orders', undefined, revoked)).status).toBe(401);
  });
});

describe('a login', () => {
  it.each(['ada', 'bob', 'eve'])('of a customer is still valid: %s', async (name) => {
    const { jwt } = shop.made.people[name];
    expect((await me(jwt)).body.email).toBe(`${name}@example.com`);
    const inMedusa = await shop.shop('GET', '/customers/me', undefined, jwt);
    expect(inMedusa.body.customer.email).toBe(`${name}@example.com`);
  });

  it('from before a password change is invalid', async () => {
    const { ended_jwt } = shop.made.people.bob;
    expect((await me(ended_jwt)).status).toBe(401);
    expect((await shop.shop('GET', '/customers/me', undefined, ended_jwt)).status).toBe(401);
  });

  it.each(['ada', 'bob'])('can be refreshed with its refresh token: %s', async (name) => {
    const { refresh_token } = shop.made.people[name];
    const renewed = await shop.spree('POST', '/auth/refresh', {}, { refresh_token });
    expect([renewed.status, (await me(renewed.body.token)).status]).toEqual([200, 200]);
  });

  it.each(['ada', 'eve'])('by password still works: %s', async (name) => {
    const body = { email: `${name}@example.com`, password: 'correct horse battery' };
    expect((await shop.spree('POST', '/auth/login', {}, body)).status).toBe(200);
    const { publishable_key } = shop.made.store;
    const headers = { 'x-publishable-api-key': publishable_key };
    const inMedusa = await shop.send({ method: 'POST', path: '/auth/customer/emailpass', headers, body });
    expect(inMedusa.status).toBe(200);
  });

  it('of an admin is still valid, by token and by cookie', async () => {
    const { jwt, cookie } = shop.made.people.admin;
    const replies = [await admin('/users/me', bearer(jwt)), await admin('/users/me', { cookie })];
    expect(replies.map(({ body }) => body.user?.email)).toEqual(
      replies.map(() => shop.made.store.admin.email),
    );
  });
});

it('an unfinished registration can be finished', async () => {
  const body = { email: 'new@example.com' };
  const made = await shop.shop('POST', '/customers', body, shop.made.people.registration);
  expect(made.body.customer).toMatchObject({ ...body, has_account: true });
});

it('an invitation can be accepted', async () => {
  const { publishable_key } = shop.made.store;
  const registered = await shop.send({
    method: 'POST',
    path: '/auth/user/emailpass/register',
    headers: { 'x-publishable-api-key': publishable_key },
    body: { email: 'second@example.com', password: 'correct horse battery' },
  });
  const accepted = await shop.send({
    method: 'POST',
    path: `/admin/invites/accept?token=${shop.made.people.invite as string}`,
    headers: bearer(registered.body.token),
    body: {},
  });
  expect([accepted.status, accepted.body.user?.email]).toEqual([200, 'second@example.com']);
});

it('a saved card still pays for its customer', async () => {
  const { jwt } = shop.made.people.ada;
  const { carts, card } = shop.made.goods;
  const body = {
    payment_method_id: shop.made.store.payment_methods[0]?.id,
    external_data: { payment_source_id: card },
  };
  const order = `or_${(carts.mine.id as string).slice(5)}`;
  const made = await shop.spree('POST', `/orders/${order}/payment_sessions`, bearer(jwt), body);
  expect([made.status, made.text]).toEqual([201, made.text]);
  const path = `/orders/${order}/payment_sessions/${made.body.id as string}/complete`;
  expect((await shop.spree('PATCH', path, bearer(jwt), {})).body.status).toBe('completed');
});

it('store credit and gift cards keep their value', async () => {
  const { jwt } = shop.made.people.ada;
  expect((await me(jwt)).body.available_store_credit_total).toBe('20.0');
  const { data } = (await shop.staff('GET', '/gift_cards?limit=100')).body;
  const worth = (data as Json[]).map(({ code, amount_remaining }) => [code, amount_remaining]);
  const { unused, used } = shop.made.goods.giftCards;
  expect(worth).toEqual(
    expect.arrayContaining([
      [unused, '30.0'],
      [used, '0.0'],
    ]),
  );
});

it('the demo store is found again, with a working key', async () => {
  const demo = JSON.parse(await shop.tandem('demo', '--json'));
  expect(demo.publishable_key).toBe(shop.made.demo.publishable_key);
  expect((await shop.staff('GET', '/orders', undefined, demo.secret_key as string)).status).toBe(200);
});
