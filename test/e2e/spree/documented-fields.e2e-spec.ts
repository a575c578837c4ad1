import {
  anOrder,
  asGuest,
  asShopper,
  call,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { aGiftCard, aVariant, issueStoreCredit } from '../../support/spree';
import { aStore, type StoreMade } from '../../support/tandem';

// The fields that the legacy API document requires of each response, written by hand, with their types.
// `text?` is text or null. Fields of the current API may be there too.

type Kind = 'text' | 'text?' | 'number' | 'boolean' | 'list' | 'object' | 'object?' | 'amount';
type Shape = Readonly<Record<string, Kind>>;

const MATCHES: Readonly<Record<Kind, (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string',
  'text?': (value) => value === null || typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  list: (value) => Array.isArray(value),
  object: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'object?': (value) => typeof value === 'object' && !Array.isArray(value),
  // At least one decimal, no trailing zeros: "110.0".
  amount: (value) => typeof value === 'string' && /^-?\d+\.(0|\d*[1-9])$/.test(value),
};

const all = (kind: Kind, names: string): Shape =>
  Object.fromEntries(names.split(' ').map((name) => [name, kind]));
/** Amounts and their formatted display_ fields. */
const amounts = (names: string): Shape => ({
  ...all('amount', names),
  ...all('text', names.replace(/\b(?=\w)/g, 'display_')),
});

const METHOD: Shape = { ...all('text', 'id name type'), description: 'text?', session_required: 'boolean' };
const PAYMENT: Shape = {
  ...all('text', 'id payment_method_id state number display_amount created_at updated_at'),
  ...all('text?', 'response_code source_type source_id'),
  amount: 'amount',
  source: 'object?',
  payment_method: 'object',
};
const SESSION: Shape = {
  ...all('text', 'id status currency external_id created_at updated_at payment_method_id order_id'),
  ...all('text?', 'customer_external_id expires_at'),
  ...all('object', 'external_data payment_method'),
  amount: 'amount',
};
const LINE: Shape = {
  ...all('text', 'id variant_id currency name slug options_text created_at updated_at'),
  ...all('text?', 'display_compare_at_amount compare_at_amount thumbnail_url'),
  ...amounts('price total adjustment_total additional_tax_total included_tax_total promo_total'),
  ...amounts('pre_tax_amount discounted_amount'),
  ...all('list', 'option_values digital_links'),
  quantity: 'number',
};
const ORDER: Shape = {
  ...all('text', 'id number state token currency created_at updated_at'),
  ...all('text?', 'email special_instructions locale shipment_state payment_state completed_at'),
  ...all('number', 'item_count state_lock_version'),
  ...amounts('item_total ship_total adjustment_total promo_total tax_total included_tax_total'),
  ...amounts('additional_tax_total total'),
  ...all('list', 'checkout_steps order_promotions line_items shipments payments payment_methods'),
  ...all('object?', 'bill_address ship_address'),
};
const ADDRESS: Shape = {
  ...all('text', 'id full_name country_name country_iso'),
  ...all(
    'text?',
    'firstname lastname address1 address2 city zipcode phone company state_text state_abbr state_name',
  ),
  quick_checkout: 'boolean',
};
const CUSTOMER: Shape = {
  ...all('text', 'id email created_at updated_at'),
  ...all('text?', 'first_name last_name'),
  ...all('object?', 'default_billing_address default_shipping_address'),
  addresses: 'list',
};
const CARD: Shape = {
  ...all('text', 'id cc_type last_digits'),
  ...all('text?', 'name gateway_payment_profile_id'),
  ...all('number', 'month year'),
  default: 'boolean',
};
const GIFT_CARD: Shape = {
  ...all('text', 'id code state currency created_at updated_at'),
  ...amounts('amount amount_used amount_remaining'),
  amount_authorized: 'amount',
  ...all('text?', 'expires_at redeemed_at'),
  ...all('boolean', 'expired active'),
};
const SETUP: Shape = {
  ...all('text', 'id status created_at updated_at'),
  ...all(
    'text?',
    'external_id external_client_secret payment_method_id payment_source_id payment_source_type',
  ),
  customer_id: 'text?',
  ...all('object', 'external_data payment_method'),
};
const META: Shape = all('number', 'page limit count pages from to in');

function expectShape(value: Json, shape: Shape): void {
  const wrong = Object.entries(shape).filter(
    ([name, kind]) => !(name in value) || !MATCHES[kind](value[name]),
  );
  expect(wrong.map(([name, kind]) => [name, kind, value[name] as unknown])).toEqual([]);
}

let store: StoreMade;

beforeAll(async () => {
  store = await aStore();
  await issueStoreCredit(store);
});

const S = '/api/v3/store';
const asCustomer = (): Record<string, string> => ({
  'x-spree-api-key': store.publishable_key,
  authorization: `Bearer ${store.customer.jwt}`,
});
async function ask(status: number, method: string, path: string, body?: Json): Promise<Json> {
  const reply: Reply = await call(method, S + path, { headers: asCustomer(), body });
  expect([reply.status, reply.status === status ? '' : reply.text]).toEqual([status, '']);
  return reply.body;
}

it('an order from its cart to its payments has the required fields', async () => {
  const cart = await ask(201, 'POST', '/cart', { metadata: { source: 'app' } });
  expectShape(cart, ORDER);
  expect([cart.state, cart.payment_state, cart.metadata]).toEqual(['cart', null, undefined]);
  const path = `/orders/${cart.id as string}`;
  const filled = await ask(201, 'POST', `${path}/line_items`, { variant_id: await aVariant(store) });
  expectShape(filled, ORDER);
  expectShape(filled.line_items[0], LINE);
  expect(filled.state_lock_version).toBeGreaterThan(cart.state_lock_version as number);
  const addressed = await ask(200, 'PATCH', path, {
    special_instructions: 'Leave at the gate',
    bill_address: {
      firstname: 'John',
      lastname: 'Smith',
      zipcode: '10001',
      country_iso: 'us',
      state_abbr: 'NY',
    },
    metadata: { more: 1 },
  });
  expectShape(addressed.bill_address, ADDRESS);
  expect(addressed.bill_address).toMatchObject({ country_name: 'United States', zipcode: '10001' });
  expect((await ask(200, 'PATCH', `${path}/next`)).state).toBe('payment');
  expect((await ask(200, 'PATCH', `${path}/advance`)).state).toBe('payment');
  const credited = await ask(200, 'POST', `${path}/store_credits`, { amount: 5 });
  expectShape(credited, ORDER);
  const session = await ask(201, 'POST', `${path}/payment_sessions`, { payment_method_id: methodOf(store) });
  expectShape(session, SESSION);
  expect([session.amount, 'payment' in session]).toEqual(['50.0', false]);
  expectShape(session.payment_method, METHOD);
  const one = `${path}/payment_sessions/${session.id as string}`;
  expectShape(await ask(200, 'PATCH', one, { external_data: { a: 1 } }), SESSION);
  const done = await ask(200, 'PATCH', `${one}/complete`, {});
  expectShape(done.payment, PAYMENT);
  const placed = await ask(200, 'PATCH', `${path}/complete`);
  expectShape(placed, ORDER);
  expect([placed.state, placed.payment_state]).toEqual(['complete', 'balance_due']);
  const { data } = await ask(200, 'GET', `${path}/payments`);
  expectShape(data[0], PAYMENT);
  expectShape(await ask(200, 'GET', `${path}/payments/${data[0].id as string}`), PAYMENT);
  const methods = await ask(200, 'GET', `${path}/payment_methods`);
  expectShape(methods.data[0], METHOD);
  expect(methods.meta).toEqual({ count: 2 });
  const history = await ask(200, 'GET', '/customer/orders?q[state_eq]=complete');
  expectShape(history.meta, META);
  expectShape(history.data[0], ORDER);
});

it('a customer’s own records have the required fields', async () => {
  expectShape(await ask(200, 'GET', '/customer'), CUSTOMER);
  expectShape(await ask(200, 'PATCH', '/customer', { first_name: 'John', phone: '+1 555' }), CUSTOMER);
  const body = { payment_method_id: methodOf(store) };
  const setup = await ask(201, 'POST', '/customer/payment_setup_sessions', body);
  expectShape(setup, SETUP);
  const path = `/customer/payment_setup_sessions/${setup.id as string}`;
  expectShape(await ask(200, 'GET', path), SETUP);
  expectShape(await ask(200, 'PATCH', `${path}/complete`, {}), SETUP);
  const cards = await ask(200, 'GET', '/customer/credit_cards');
  expectShape(cards.data[0], CARD);
  expectShape(cards.meta, META);
  await aGiftCard(store, { customer_id: store.customer.id, expires_at: '2090-01-01' });
  const gifts = await ask(200, 'GET', '/customer/gift_cards');
  expectShape(gifts.data[0], GIFT_CARD);
  expectShape(await ask(200, 'GET', `/customer/gift_cards/${gifts.data[0].id as string}`), GIFT_CARD);
});

it('a login has the required fields', async () => {
  const login = await ask(200, 'POST', '/auth/login', {
    email: store.customer.email,
    password: 'tandem-demo',
  });
  expectShape(login, { token: 'text', user: 'object' });
  expectShape(login.user, CUSTOMER);
  expectShape(await ask(200, 'POST', '/auth/refresh'), { token: 'text', user: 'object' });
});

it('the current cart is found by token or by customer, and is 404 without either', async () => {
  const page = { 'x-spree-api-key': store.publishable_key, 'x-spree-locale': 'fr-FR' };
  const open = (currency: string): Promise<Json> =>
    call('POST', `${S}/cart`, { headers: { ...page, 'x-spree-currency': currency }, body: {} });
  // A currency the store does not sell in is refused, not ignored.
  expect((await open('EUR')).status).toBe(422);
  const guests = await open('USD');
  expect(guests.body).toMatchObject({ currency: 'USD', locale: 'fr-FR' });
  const headers = asGuest(store, guests.body);
  expect((await call('GET', `${S}/cart`, { headers })).body.id).toBe(guests.body.id);
  const associated = await call('PATCH', `${S}/cart/associate`, {
    headers: { ...headers, authorization: `Bearer ${store.customer.jwt}` },
  });
  expect([associated.status, associated.body.email]).toEqual([200, store.customer.email]);
  expect((await ask(200, 'GET', '/cart')).id).toBe(guests.body.id);
  expect((await call('GET', `${S}/cart`, { headers })).status).toBe(200);
  const anonymous = await call('GET', `${S}/cart`, { headers: { 'x-spree-api-key': store.publishable_key } });
  expect([anonymous.status, anonymous.body.error]).toEqual([
    404,
    { code: 'order_not_found', message: 'Order not found' },
  ]);
});

it('an empty order cannot advance or complete', async () => {
  const cart = await ask(201, 'POST', '/cart', {});
  const next = await ask(422, 'PATCH', `/orders/${cart.id as string}/next`);
  expect(next.error.code).toBe('order_cannot_transition');
  const complete = await ask(422, 'PATCH', `/orders/${cart.id as string}/complete`);
  expect(complete.error).toMatchObject({ code: 'order_already_completed' });
});

it('a placed order can be read, but not changed', async () => {
  const order = await anOrder(store);
  const headers = asGuest(store, order);
  const made = await call('POST', sessionsPath(order), {
    headers,
    body: { payment_method_id: methodOf(store) },
  });
  await call('PATCH', sessionsPath(order, `/${made.body.id as string}/complete`), { headers, body: {} });
  await call('PATCH', `${S}/orders/${order.id}/complete`, { headers });
  const refused = [
    await call('PATCH', `${S}/orders/${order.id}`, { headers, body: { email: 'x@example.com' } }),
    await call('POST', `${S}/orders/${order.id}/line_items`, {
      headers,
      body: { variant_id: await aVariant(store) },
    }),
  ];
  for (const { status, body } of refused) {
    expect([status, body.error]).toEqual([
      403,
      { code: 'access_denied', message: 'You are not authorized to access this page.' },
    ]);
  }
  const session = await call('POST', sessionsPath(order), {
    headers,
    body: { payment_method_id: methodOf(store) },
  });
  expect([session.status, session.body.error]).toEqual([
    422,
    {
      code: 'order_invalid_state',
      message: 'The order is placed: what is still due for it is collected by the store',
    },
  ]);
  const cart = `${S}/carts/cart_${order.id.slice(3)}`;
  expect((await call('GET', cart, { headers })).body.error.code).toBe('cart_not_found');
  expect((await call('POST', `${cart}/complete`, { headers })).status).toBe(200);
  expect((await call('GET', sessionsPath(order, `/${made.body.id as string}`), { headers })).status).toBe(
    200,
  );
});

it('neither dialect places an empty order', async () => {
  const order = await anOrder(store);
  const headers = asGuest(store, order);
  const shown = await call('GET', `${S}/orders/${order.id}`, { headers });
  await call('DELETE', `${S}/orders/${order.id}/line_items/${shown.body.line_items[0].id as string}`, {
    headers,
  });
  const placed = await call('PATCH', `${S}/orders/${order.id}/complete`, { headers });
  expect([placed.status, placed.body.error.code]).toEqual([422, 'order_already_completed']);
  const completed = await call('POST', `/store/carts/${order.cart_id}/complete`, {
    headers: asShopper(store),
  });
  expect(completed.status).toBe(400);
});

it('each response has cache and security headers', async () => {
  const { headers } = await call('GET', `${S}/customer`, { headers: asCustomer() });
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'private, no-store',
    vary: expect.stringContaining('x-spree-currency'),
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'strict-transport-security': expect.stringContaining('max-age=31536000'),
    'referrer-policy': 'no-referrer',
    'permissions-policy': expect.stringContaining('camera=()'),
    'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
  });
});
