import { anOrder, call, methodOf, sessionsPath, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import { uuidOf } from '../../support/ids';
import { aStore, database, type StoreMade } from '../../support/tandem';

// Saved cards: which one is the default, which gateway account has it, and which one is charged.

const OTHER_ACCOUNT = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d14';

let store: StoreMade;

beforeEach(async () => {
  store = await aStore();
});

const ask = (method: string, path: string, body?: Json): Promise<Reply> =>
  call(method, `/api/v3/store${path}`, {
    headers: { 'x-spree-api-key': store.publishable_key, authorization: `Bearer ${store.customer.jwt}` },
    body,
  });
const begin = async (): Promise<string> =>
  (await ask('POST', '/customers/me/payment_setup_sessions', { payment_method_id: methodOf(store) })).body
    .id as string;
const complete = (id: string, external_data: Json = {}): Promise<Reply> =>
  ask('PATCH', `/customers/me/payment_setup_sessions/${id}/complete`, { external_data });
const aCard = async (data: Json = {}): Promise<string> =>
  (await complete(await begin(), data)).body.payment_source_id as string;
const defaults = async (): Promise<string[]> =>
  (await ask('GET', '/customers/me/credit_cards')).body.data
    .filter((card: Json) => card.default as boolean)
    .map(({ id }: Json) => id as string);

it('of cards saved concurrently one is the default', async () => {
  const setups = [await begin(), await begin(), await begin(), await begin()];
  await Promise.all(setups.map((id) => complete(id)));
  expect(await defaults()).toHaveLength(1);
});

it('after the default is deleted there is none, and the next saved card becomes it', async () => {
  const first = await aCard();
  expect(await defaults()).toEqual([first]);
  await ask('DELETE', `/customers/me/credit_cards/${first}`);
  expect(await defaults()).toEqual([]);
  const second = await aCard();
  expect(await defaults()).toEqual([second]);
});

it('concurrent deletions delete a card once', async () => {
  const card = await aCard();
  const removed = await Promise.all([1, 2, 3].map(() => ask('DELETE', `/customers/me/credit_cards/${card}`)));
  expect(removed.every(({ status }) => status === 204 || status === 404)).toBe(true);
  expect((await ask('GET', `/customers/me/credit_cards/${card}`)).status).toBe(404);
});

it('a card saved at one gateway account cannot be used with another account', async () => {
  await database().query(
    `INSERT INTO payment_methods (store_id, id, provider_id, name, session_required)
     SELECT store_id, $2, 'pp_bogus_default', 'Other account', true FROM api_keys WHERE token = $1`,
    [store.publishable_key, OTHER_ACCOUNT],
  );
  const card = await aCard();
  const order = await anOrder(store, { customer_id: store.customer.id });
  const methods = async (): Promise<Json> =>
    (await ask('GET', `/orders/${order.id}/payment_methods`)).body.data;
  // Payment methods are cached for up to a second.
  for (const until = Date.now() + 5_000; Date.now() < until && (await methods()).length < 3;)
    await new Promise((later) => setTimeout(later, 100));
  const other = (await methods()).find(({ name }: Json) => name === 'Other account') as { id: string };
  const pay = (payment_method_id: string): Promise<Reply> =>
    ask('POST', sessionsPath(order).replace('/api/v3/store', ''), {
      payment_method_id,
      external_data: { payment_source_id: card },
    });
  const refused = await pay(other.id);
  expect([refused.status, refused.body.error]).toMatchObject([
    404,
    { code: 'record_not_found', message: 'Credit card not found' },
  ]);
  expect((await pay(methodOf(store))).status).toBe(201);
});

it('a session with a saved card charges that card, whatever other card data is sent', async () => {
  const card = await aCard({ bogus_card: 'insufficient_funds' });
  const order = await anOrder(store, { customer_id: store.customer.id });
  const path = sessionsPath(order).replace('/api/v3/store', '');
  const made = await ask('POST', path, {
    payment_method_id: methodOf(store),
    external_data: { payment_source_id: card, bogus_card: 'good' },
  });
  const done = await ask('PATCH', `${path}/${made.body.id as string}/complete`, {
    external_data: { card_number: '4242424242424242' },
  });
  expect([done.status, done.body.status]).toEqual([200, 'failed']);
  await expectInvariants(order);
});

it('a session whose card is deleted before completion charges nothing', async () => {
  const card = await aCard();
  const order = await anOrder(store, { customer_id: store.customer.id });
  const path = sessionsPath(order).replace('/api/v3/store', '');
  const body = { payment_method_id: methodOf(store), external_data: { payment_source_id: card } };
  const made = await ask('POST', path, body);
  await ask('DELETE', `/customers/me/credit_cards/${card}`);
  const late = await ask('PATCH', `${path}/${made.body.id as string}/complete`, {});
  expect([late.status, late.body.error.message]).toEqual([404, 'Credit card not found']);
  const { rows } = await database().query(`SELECT count(*)::int AS n FROM payments WHERE order_id = $1`, [
    uuidOf(order.id),
  ]);
  expect(rows).toEqual([{ n: 0 }]);
  await expectInvariants(order);
});

it('a session paid before its card was deleted still returns its payment', async () => {
  const card = await aCard();
  const order = await anOrder(store, { customer_id: store.customer.id });
  const path = sessionsPath(order).replace('/api/v3/store', '');
  const body = { payment_method_id: methodOf(store), external_data: { payment_source_id: card } };
  const made = await ask('POST', path, body);
  const finish = (): Promise<Reply> => ask('PATCH', `${path}/${made.body.id as string}/complete`, {});
  const first = await finish();
  await ask('DELETE', `/customers/me/credit_cards/${card}`);
  const again = await finish();
  expect([again.status, again.body.payment.id]).toEqual([200, first.body.payment.id]);
  await expectInvariants(order);
});
