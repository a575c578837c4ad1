import { randomUUID } from 'node:crypto';
import { distant } from '../../support/distant';
import {
  anOrder,
  asShopper,
  call,
  collectionPath,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { aStore, database, type OrderMade, type StoreMade } from '../../support/tandem';
import { betweenResponseAndCommit, TARGET_SERVER } from '../../support/target-server';

// A customer has one account holder per gateway, under concurrent requests and failures.

const gateway = distant('holders');
const orders: OrderMade[] = [];

let store: StoreMade;
let server: Server;

interface Customer {
  readonly id: string;
  readonly jwt: string;
}

beforeAll(async () => {
  store = await aStore();
  await gateway.openFor(store);
  server = await gateway.server();
});
afterAll(async () => {
  await server.stop();
  await expectInvariants(...orders);
});

async function aCustomer(firstName = 'Ada'): Promise<Customer> {
  const { body, status, text } = await call('POST', '/api/v3/store/auth/register', {
    headers: { 'x-spree-api-key': store.publishable_key },
    body: {
      email: `${randomUUID()}@example.com`,
      password: 'secret123',
      password_confirmation: 'secret123',
      first_name: firstName,
    },
  });
  if (status !== 201) throw new Error(text);
  return { id: body.user.id as string, jwt: body.token as string };
}

async function orderOf(customer: Customer): Promise<OrderMade> {
  const order = await anOrder(store, { customer_id: customer.id });
  orders.push(order);
  return order;
}

interface Requested {
  readonly provider?: string;
  readonly key?: string;
  readonly at?: Server;
}

const open = (
  order: OrderMade,
  customer: Customer | null,
  { provider = gateway.id, key, at = server }: Requested = {},
): Promise<Reply> =>
  call('POST', collectionPath(order), {
    headers: asShopper(store, key, customer?.jwt),
    body: { provider_id: provider },
    server: at.url,
  });

const sessionIn = ({ body }: Reply): Json => body.payment_collection.payment_sessions[0];

const holdersOf = async (providerId: string): Promise<Json[]> =>
  (
    await database().query(
      `SELECT h.customer_id, h.external_id FROM account_holders h JOIN api_keys k ON k.store_id = h.store_id
        WHERE k.token = $1 AND h.provider_id = $2`,
      [store.publishable_key, providerId],
    )
  ).rows;

it('a customer’s session shows their account holder, and the next session shows the same', async () => {
  const customer = await aCustomer();
  const order = await orderOf(customer);
  const { context } = sessionIn(await open(order, customer, { provider: 'pp_bogus_default' }));
  expect(context).toEqual({
    customer: {
      id: expect.stringMatching(/^cus_[0-9A-Z]{26}$/),
      email: expect.any(String),
      phone: null,
      metadata: null,
      addresses: [],
      last_name: null,
      first_name: 'Ada',
      company_name: null,
      account_holders: [context.account_holder],
    },
    account_holder: {
      id: expect.stringMatching(/^acchld_[0-9A-Z]{26}$/),
      data: {},
      email: context.customer.email,
      metadata: null,
      created_at: expect.any(String),
      deleted_at: null,
      updated_at: expect.any(String),
      external_id: expect.stringMatching(/^bogus_cus_[0-9a-f]{24}$/),
      provider_id: 'pp_bogus_default',
    },
  });
  const next = sessionIn(await open(await orderOf(customer), customer, { provider: 'pp_bogus_default' }));
  expect(next.context).toEqual(context);
  const shown = await call('POST', '/store/payment-collections', {
    headers: asShopper(store, undefined, customer.jwt),
    body: { cart_id: order.cart_id },
  });
  expect(sessionIn(shown).context).toEqual(context);
});

it('manual payment uses the customer’s id as account holder, and a guest’s session has none', async () => {
  const customer = await aCustomer();
  const { context } = sessionIn(
    await open(await orderOf(customer), customer, { provider: 'pp_system_default' }),
  );
  expect(context.account_holder.external_id).toBe(context.customer.id);
  const order = await anOrder(store);
  expect(sessionIn(await open(order, null)).context).toEqual({});
  expect(sessionIn(await open(order, null)).data).toEqual({ for: null });
});

it('a repeat with the same key returns the identical context', async () => {
  const customer = await aCustomer();
  const order = await orderOf(customer);
  for (const provider of ['pp_bogus_default', gateway.id]) {
    const key = `once ${provider}`;
    const first = await open(order, customer, { provider, key });
    const again = await open(order, customer, { provider, key });
    expect([again.text, again.headers.get('idempotent-replayed')]).toEqual([first.text, 'true']);
    expect(sessionIn(again).context.account_holder.provider_id).toBe(provider);
  }
});

it('eight sessions at once, through both dialects, create one account holder', async () => {
  const customer = await aCustomer();
  const eight = await Promise.all(Array.from({ length: 8 }, () => orderOf(customer)));
  const { body } = await call('GET', `/api/v3/store/orders/${eight[0]?.id ?? ''}/payment_methods`, {
    headers: { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${customer.jwt}` },
    server: server.url,
  });
  const methodId = body.data.find(({ name }: Json) => name === 'Distant').id;
  const replies = await Promise.all(
    eight.map((order, i) =>
      i % 2
        ? open(order, customer)
        : call('POST', sessionsPath(order), {
            headers: { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${customer.jwt}` },
            body: { payment_method_id: methodId },
            server: server.url,
          }),
    ),
  );
  expect(replies.map(({ status }) => status)).toEqual([201, 200, 201, 200, 201, 200, 201, 200]);
  const reported = replies.map((reply, i) => (i % 2 ? sessionIn(reply).data : reply.body.external_data).for);
  expect(new Set(reported).size).toBe(1);
  const [holder, ...others] = (await holdersOf(gateway.id)).filter(
    ({ external_id }) => external_id === reported[0],
  );
  expect(others).toEqual([]);
  expect(gateway.did('holder').filter((id) => id === holder.customer_id)).toHaveLength(1);
});

it('a lost response writes nothing, and the retry finds the same holder', async () => {
  const customer = await aCustomer('Lose');
  const order = await orderOf(customer);
  const before = await holdersOf(gateway.id);
  const lost = await open(order, customer, { key: 'lost' });
  expect([lost.status, lost.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await holdersOf(gateway.id)).toEqual(before);
  const retry = await open(order, customer, { key: 'lost' });
  expect(retry.status).toBe(200);
  const [made] = (await holdersOf(gateway.id)).slice(before.length);
  expect(sessionIn(retry).data.for).toBe(made.external_id);
  expect(gateway.did('holder').filter((id) => id === made.customer_id)).toHaveLength(1);
});

it('a customer whom the gateway refuses pays as a guest', async () => {
  const customer = await aCustomer('Decline');
  const order = await orderOf(customer);
  const before = await holdersOf(gateway.id);
  const opened = await open(order, customer);
  expect([opened.status, sessionIn(opened).data.for ?? null]).toEqual([200, null]);
  expect(sessionIn(opened).context).not.toHaveProperty('account_holder');
  expect(await holdersOf(gateway.id)).toEqual(before);
});

it('a request for another customer’s cart creates no account holder', async () => {
  const customer = await aCustomer();
  const before = gateway.did('holder').length;
  const theirs = await orderOf(await aCustomer());
  expect((await open(theirs, customer)).status).toBe(404);
  expect(gateway.did('holder')).toHaveLength(before);
});

it('after a server is killed between the gateway’s response and the commit, the retry finds the one holder', async () => {
  const customer = await aCustomer();
  const order = await orderOf(customer);
  const target = await gateway.server({ PGAPPNAME: TARGET_SERVER });
  await betweenResponseAndCommit(
    'account_holders',
    () => open(order, customer, { key: 'killed', at: target }),
    () => target.kill(),
  );
  const known = gateway.did('holder');
  const retry = await open(order, customer, { key: 'killed' });
  expect(retry.status).toBe(200);
  expect(gateway.did('holder')).toEqual(known);
  expect(sessionIn(retry).data.for).toMatch(/^distant_cus_/);
});
