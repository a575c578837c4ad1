import Medusa from '@medusajs/js-sdk';
import { CookieJar } from '../support/browser';
import { aStore, baseUrl, type StoreMade } from '../support/tandem';

// @medusajs/js-sdk 2.21.2, unmodified: logging in, in both of its modes.

let store: StoreMade;
let count = 0;

beforeAll(async () => {
  store = await aStore();
});
afterEach(() => jest.restoreAllMocks());

const PASSWORD = 'correct horse battery';
const anEmail = (): string => `sdk-${process.pid}-${Date.now()}-${++count}@example.com`;

const withTokens = (publishableKey?: string): Medusa =>
  new Medusa({ baseUrl, publishableKey, auth: { type: 'jwt', jwtTokenStorageMethod: 'memory' } });

/** The SDK relies on the browser's cookies; Node has none, so fetch gets a cookie jar. */
function withCookies(publishableKey?: string): { sdk: Medusa; jar: CookieJar } {
  const jar = new CookieJar();
  const browsersFetch = jar.fetchFrom(baseUrl);
  jest.spyOn(globalThis, 'fetch').mockImplementation(browsersFetch);
  return { sdk: new Medusa({ baseUrl, publishableKey, auth: { type: 'session' } }), jar };
}

const credentials = (): { email: string; password: string } => ({ email: anEmail(), password: PASSWORD });

it('a customer with tokens: register, create the account, log in, read it, change it, refresh, log out', async () => {
  const sdk = withTokens(store.publishable_key);
  const { email, password } = credentials();
  await sdk.auth.register('customer', 'emailpass', { email, password });
  const { customer } = await sdk.store.customer.create({ email, first_name: 'Ada' });
  expect(customer).toMatchObject({ email, first_name: 'Ada', has_account: true, addresses: [] });
  await sdk.auth.login('customer', 'emailpass', { email, password });
  expect((await sdk.store.customer.retrieve()).customer.id).toBe(customer.id);
  const changed = await sdk.store.customer.update({ last_name: 'Lovelace' }, { fields: 'id,last_name' });
  expect(changed.customer).toEqual({ id: customer.id, last_name: 'Lovelace' });
  const before = await sdk.client.getToken();
  await sdk.auth.refresh();
  expect(await sdk.client.getToken()).not.toBe(before);
  expect((await sdk.store.customer.retrieve()).customer.email).toBe(email);
  await sdk.auth.logout();
  await expect(sdk.store.customer.retrieve()).rejects.toMatchObject({ status: 401, message: 'Unauthorized' });
});

it('after the account is created, a refresh turns the registration’s token into the customer’s', async () => {
  const sdk = withTokens(store.publishable_key);
  const { email, password } = credentials();
  await sdk.auth.register('customer', 'emailpass', { email, password });
  await sdk.store.customer.create({ email });
  await sdk.auth.refresh();
  expect((await sdk.store.customer.retrieve()).customer.email).toBe(email);
});

it('a customer with a cookie: register, create the account, log in, read it, log out', async () => {
  const { sdk, jar } = withCookies(store.publishable_key);
  const { email, password } = credentials();
  const token = await sdk.auth.register('customer', 'emailpass', { email, password });
  await sdk.store.customer.create({ email }, {}, { Authorization: `Bearer ${token}` });
  await sdk.auth.login('customer', 'emailpass', { email, password });
  expect(jar.header).toMatch(/^connect\.sid=/);
  expect((await sdk.store.customer.update({ phone: '1' })).customer.phone).toBe('1');
  await sdk.auth.logout();
  expect(jar.header).toBe('');
  await expect(sdk.store.customer.retrieve()).rejects.toMatchObject({ status: 401 });
});

it('a staff user needs no key: the store is found by the email', async () => {
  const sdk = withTokens();
  await sdk.auth.login('user', 'emailpass', store.admin);
  await expect(sdk.admin.payment.capture('pay_x', {})).rejects.toMatchObject({ status: 404 });
  const browser = withCookies();
  await browser.sdk.auth.login('user', 'emailpass', store.admin);
  await expect(browser.sdk.admin.payment.capture('pay_x', {})).rejects.toMatchObject({ status: 404 });
  await browser.sdk.auth.logout();
  await expect(browser.sdk.admin.payment.capture('pay_x', {})).rejects.toMatchObject({ status: 401 });
});

it('a wrong password is reported to the SDK with Medusa’s message', async () => {
  const login = withTokens(store.publishable_key).auth.login('customer', 'emailpass', {
    email: store.customer.email,
    password: 'wrong',
  });
  await expect(login).rejects.toMatchObject({ status: 401, message: 'Invalid email or password' });
});
