import { randomUUID } from 'node:crypto';
import { anOrder, call, sessionsPath, type Json, type Reply } from '../../support/http';
import { OTHER_SECRET_KEY } from '../../support/stripe/keys';
import { expectQuiet } from '../../support/stripe/quiet';
import { stripeWorld, type StripeWorld } from '../../support/stripe/world';
import type { OrderMade } from '../../support/tandem';
import { until } from '../../support/target-server';

// A customer's Stripe customer while their profile changes and responses are lost: one Stripe customer is used, even if several exist.

let world: StripeWorld;
let gateway: StripeWorld['gateway'];
let method: string;
let other: string;
let token: string;
const orders: OrderMade[] = [];

beforeAll(async () => {
  world = await stripeWorld();
  ({ gateway } = world);
  method = await world.method();
  other = await world.method({ secret_key: OTHER_SECRET_KEY });
});
beforeEach(async () => {
  gateway.faults.clear();
  gateway.requests.length = 0;
  const body = {
    email: `${randomUUID()}@example.com`,
    ...{ password: 'secret123', password_confirmation: 'secret123', first_name: 'Ada' },
  };
  token = (await ask('POST', '/auth/register', body)).body.token as string;
});
afterAll(async () => {
  for (const order of orders) await expectQuiet(world.own.pool, order);
  await world.close();
});

const ask = (verb: string, path: string, body?: Json): Promise<Reply> =>
  call(verb, `/api/v3/store${path}`, {
    headers: {
      'x-spree-api-key': world.store.publishable_key,
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body,
    server: world.server.url,
  });

async function open(payment_method_id = method): Promise<Reply> {
  const customer_id = (await ask('GET', '/customers/me')).body.id as string;
  const order = await anOrder(world.store, { customer_id }, world.server.url);
  orders.push(order);
  return ask('POST', sessionsPath(order).replace('/api/v3/store', ''), { payment_method_id });
}

const change = async (profile: Json): Promise<void> =>
  expect((await ask('PATCH', '/customers/me', profile)).status).toBe(200);
const saveCard = (payment_method_id: string): Promise<Reply> =>
  ask('POST', '/customers/me/payment_setup_sessions', { payment_method_id });
const requested = (): number => gateway.requests.filter(({ route }) => route === 'POST /v1/customers').length;

it.each([
  ['nothing', null, 1],
  ['the first name', { first_name: 'Adah' }, 2],
  ['the last name', { last_name: 'Lovelace' }, 2],
  ['the phone', { phone: '+31 6 999' }, 2],
  ['the email', { email: `${randomUUID()}@example.com`, current_password: 'secret123' }, 2],
])(
  'the first response is lost, then %s changes: the next two sessions are created for the same Stripe customer',
  async (_, profile, made) => {
    const before = gateway.account.customers.size;
    gateway.faults.add({ fault: { does: 'answer after', status: 500 }, route: /^POST \/v1\/customers$/ });
    expect((await open()).status).toBe(503);
    if (profile) await change(profile);
    const [first, second] = [await open(), await open()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(first.body.customer_external_id).toMatch(/^cus_/);
    expect(second.body.customer_external_id).toBe(first.body.customer_external_id);
    expect(gateway.account.customers.size - before).toBe(made);
  },
);

it.each([
  ['a session', (): Promise<Reply> => open()],
  ['a card to be saved', () => saveCard(method)],
])(
  'two at once, and the customer changes between them: both are %s for the same Stripe customer',
  async (_, act) => {
    gateway.faults.add({ fault: { does: 'wait', ms: 500 }, route: /^POST \/v1\/customers$/ });
    const early = act();
    await until(() => Promise.resolve(requested() === 1), 10_000);
    await change({ first_name: 'Adah' });
    const [late, first] = [await act(), await early];
    expect([first.status, late.status]).toEqual([201, 201]);
    const customerOf = ({ body }: Reply): string => body.external_data.customer_id as string;
    expect(customerOf(first)).toBe(customerOf(late));
  },
);

it('two at once for another account, and the customer changes between them: one Stripe customer there', async () => {
  await open();
  gateway.requests.length = 0;
  gateway.faults.add({ fault: { does: 'wait', ms: 500 }, route: /^POST \/v1\/customers$/ });
  const early = saveCard(other);
  await until(() => Promise.resolve(requested() === 1), 10_000);
  await change({ first_name: 'Adah' });
  const [late, first] = [await saveCard(other), await early];
  expect([first.status, late.status]).toEqual([201, 201]);
  expect(first.body.external_data.customer_id).toBe(late.body.external_data.customer_id);
  expect((await open(other)).body.customer_external_id).toBe(late.body.external_data.customer_id);
});
