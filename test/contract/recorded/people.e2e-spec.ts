import { call, type Json } from '../../support/http';
import type { Stage } from './replay';
import { aCart, aCollection, setUpStage, expectRefusal, expectShape, sessionsOf, system } from './replay';
import * as shapes from './shapes';

// What a Medusa 2.21.2 server answered to these requests, in this order: status, error words, the set and the types of
// keys. Where Tandem answers better than it (500s, HTML pages, empty bodies), its own answer stands here, with a note.

let stage: Stage;
let cart: Json;
let collection: Json;

beforeAll(async () => {
  stage = await setUpStage();
});

it.each(['nope_nope', 'system_default'])('a hook of %s', async (provider) => {
  const reply = await call('POST', `/hooks/payment/${provider}`, { body: { x: 1 } });
  expect([reply.status, reply.text]).toEqual([200, 'OK']);
});

describe('keys', () => {
  it.each(['publishable', 'secret'])('a %s key is made', async (type) => {
    const shape = { api_key: { ...shapes.API_KEY, deleted_at: 'null' } };
    const made = await expectShape(['POST', '/admin/api-keys', { title: 'web', type }], stage.admin, shape);
    expect(made.api_key.redacted).toMatch(/^[ps]k_\w{3}\*\*\*\w{3}$/);
  });

  it('a list; revoked; deleted', async () => {
    const list = shapes.page('api_keys', shapes.LISTED_KEY);
    const { api_keys } = await expectShape(['GET', '/admin/api-keys'], stage.admin, list);
    expect(api_keys.find(({ type }: Json) => type === 'secret').token).toBe('');
    const { body } = await call('POST', '/admin/api-keys', {
      headers: stage.admin,
      body: { title: 'tmp', type: 'publishable' },
    });
    const path = `/admin/api-keys/${body.api_key.id as string}`;
    await expectShape(['POST', `${path}/revoke`, {}], stage.admin, { api_key: shapes.LISTED_KEY });
    const gone = await call('DELETE', path, { headers: stage.admin });
    expect(gone.body).toEqual({ id: body.api_key.id, object: 'api_key', deleted: true });
  });
});

describe('people', () => {
  const login = { email: `c${Date.now()}@x.co`, password: 'pw123456' };
  const token = { token: 'string' };
  let jwt: string;

  it('an admin logs in', () => {
    const { email, password } = stage.store.admin;
    return expectShape(['POST', '/auth/user/emailpass', { email, password }], {}, token);
  });

  it('a customer registers, is created, and logs in', async () => {
    const registered = await expectShape(
      ['POST', '/auth/customer/emailpass/register', login],
      stage.shopper,
      token,
    );
    const headers = { ...stage.shopper, authorization: `Bearer ${registered.token as string}` };
    const body = { email: login.email, first_name: 'A' };
    await expectShape(['POST', '/store/customers', body], headers, { customer: shapes.CUSTOMER });
    jwt = (await expectShape(['POST', '/auth/customer/emailpass', login], stage.shopper, token))
      .token as string;
  });

  it('a wrong password', () =>
    expectRefusal(['POST', '/auth/customer/emailpass', { ...login, password: 'bad' }], stage.shopper, 401, {
      type: 'unauthorized',
      message: 'Invalid email or password',
    }));

  it('who they are; their cart; their session, with their account at the provider', async () => {
    const own = { ...stage.shopper, authorization: `Bearer ${jwt}` };
    await expectShape(['GET', '/store/customers/me'], own, { customer: shapes.CUSTOMER });
    cart = await aCart(stage, {}, own);
    expect(cart.email).toBe(login.email);
    collection = await aCollection(cart, own);
    await expectShape(['POST', sessionsOf(collection), system], own, {
      payment_collection: { ...shapes.COLLECTION, payment_sessions: [shapes.CUSTOMERS_SESSION] },
    });
  });

  it('an admin’s token is nobody’s on the store’s side (Medusa: another’s cart is open to it)', async () => {
    const reply = await call('POST', sessionsOf(collection), {
      headers: { ...stage.shopper, ...stage.admin },
      body: system,
    });
    expect([reply.status, reply.body.type]).toEqual([404, 'not_found']);
  });
});
