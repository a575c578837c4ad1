import { resolve } from 'node:path';
import { anOrder, call, sessionsPath, type Json, type Reply } from '../../support/http';
import { expectInvariants } from '../../support/invariants';
import type { Server } from '../../support/server-process';
import { anotherServer, aStore, database, type StoreMade } from '../../support/tandem';

// Cards saved at a remote gateway: responses that are lost, late, contradictory, or contain data that must not be stored.

const METHOD = '01a1fc03-5a80-7bbf-8b2d-7cb9d2a54d13';

let server: Server;
let store: StoreMade;
let methodId: string;

beforeAll(async () => {
  store = await aStore();
  await database().query(
    `INSERT INTO payment_methods (store_id, id, provider_id, name, session_required)
     SELECT store_id, $2, 'pp_vault_default', 'Vault', true FROM api_keys WHERE token = $1`,
    [store.publishable_key, METHOD],
  );
  server = await anotherServer({ TANDEM_PLUGINS: resolve('test/support/plugins/vault.js') });
  const order = await anOrder(store, { customer_id: store.customer.id });
  const listed = await ask('GET', `/orders/${order.id}/payment_methods`);
  methodId = listed.body.data.find(({ name }: Json) => name === 'Vault').id as string;
});
afterAll(() => server.stop());

const ask = (method: string, path: string, body?: Json, key?: string): Promise<Reply> =>
  call(method, `/api/v3/store${path}`, {
    headers: {
      'x-spree-api-key': store.publishable_key,
      authorization: `Bearer ${store.customer.jwt}`,
      ...(key && { 'idempotency-key': key }),
    },
    body,
    server: server.url,
  });

const begin = (data: Json = {}, key?: string): Promise<Reply> =>
  ask('POST', '/customer/payment_setup_sessions', { payment_method_id: methodId, external_data: data }, key);
const complete = (id: string, data: Json = {}): Promise<Reply> =>
  ask('PATCH', `/customer/payment_setup_sessions/${id}/complete`, { external_data: data });
const cards = async (): Promise<string[]> =>
  (await ask('GET', '/customer/credit_cards?limit=100')).body.data.map(({ id }: Json) => id as string);
const savedAtGateway = async (): Promise<string[]> => (await begin()).body.external_data.kept as string[];

async function aCard(data: Json = {}): Promise<string> {
  return (await complete((await begin()).body.id as string, data)).body.payment_source_id as string;
}

it('a card whose removal got no response stays until its removal is confirmed', async () => {
  const card = await aCard({ profile: 'lose' });
  const removed = await ask('DELETE', `/customer/credit_cards/${card}`);
  expect([removed.status, removed.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await cards()).toContain(card);
  expect((await ask('DELETE', `/customer/credit_cards/${card}`)).status).toBe(204);
  expect((await ask('GET', `/customer/credit_cards/${card}`)).status).toBe(404);
  expect(await savedAtGateway()).not.toContain('vault_lose');
});

it('a card that is saved again after its removal can be removed again, at the gateway too', async () => {
  const card = await aCard({ profile: 'again' });
  await ask('DELETE', `/customer/credit_cards/${card}`);
  expect(await aCard({ profile: 'again' })).toBe(card);
  expect(await savedAtGateway()).toContain('vault_again');
  expect((await ask('DELETE', `/customer/credit_cards/${card}`)).status).toBe(204);
  expect(await savedAtGateway()).not.toContain('vault_again');
});

it('a setup session whose response was lost can be created again with the same key', async () => {
  const data = { vault: 'lose', profile: 'begun' };
  const lost = await begin(data, 'lost-setup');
  expect([lost.status, lost.body.error.code]).toEqual([503, 'payment_processing_error']);
  const again = await begin(data, 'lost-setup');
  expect([again.status, again.body.status]).toEqual([201, 'pending']);
  expect((await begin(data, 'lost-setup')).text).toBe(again.text);
});

it('a card whose saving got no response is saved once, by completing again', async () => {
  const { id } = (await begin()).body as { id: string };
  const before = await cards();
  expect((await complete(id, { vault: 'lose' })).status).toBe(503);
  expect(await cards()).toEqual(before);
  const done = await complete(id, { vault: 'lose' });
  expect([done.status, done.body.status]).toEqual([200, 'completed']);
  expect(await cards()).toEqual([done.body.payment_source_id, ...before]);
});

it('a setup session completed at once with two cards either fails or saves, never both', async () => {
  const { id } = (await begin()).body as { id: string };
  const before = await cards();
  const responses = await Promise.all([
    complete(id, { vault: 'decline', wait: 200 }),
    complete(id, { profile: 'second', wait: 600 }),
  ]);
  const [shown] = await Promise.all([ask('GET', `/customer/payment_setup_sessions/${id}`)]);
  for (const { body } of responses) expect(body.status).toBe(shown.body.status);
  const saved = shown.body.payment_source_id === null ? [] : [shown.body.payment_source_id];
  expect(await cards()).toEqual([...saved, ...before]);
  expect((await savedAtGateway()).includes('vault_second')).toBe(saved.length === 1);
});

it.each([
  ['slow', 'processing'],
  ['challenge', 'pending'],
])('a gateway that is %s at first is called again, and saves', async (vault, status) => {
  const { id } = (await begin()).body as { id: string };
  const first = await complete(id, { vault });
  expect([first.status, first.body.status, first.body.payment_source_id]).toEqual([200, status, null]);
  expect((await complete(id, { vault })).body.status).toBe('completed');
});

it('a card number in the gateway’s response is not stored', async () => {
  const { id } = (await begin()).body as { id: string };
  const leaked = await complete(id, { vault: 'leak' });
  expect([leaked.status, leaked.body.error.code]).toEqual([422, 'validation_error']);
  const { rows } = await database().query<{ text: string }>(
    `SELECT json_agg(s)::text AS text FROM setup_sessions s`,
  );
  expect(rows[0]?.text).not.toContain('4242424242424242');
});

it('the gateway gets the card that pays, and a card removed since then cannot pay', async () => {
  const card = await aCard({ profile: 'payer' });
  const order = await anOrder(store, { customer_id: store.customer.id });
  const path = sessionsPath(order).replace('/api/v3/store', '');
  const open = async (): Promise<Json> =>
    (
      await ask('POST', path, {
        payment_method_id: methodId,
        external_data: { payment_source_id: card },
      })
    ).body;
  const [paid, late] = [await open(), await open()];
  expect(paid.external_data.paid_by).toBe('vault_payer');
  await ask('DELETE', `/customer/credit_cards/${card}`);
  const refused = await ask('PATCH', `${path}/${late.id as string}/complete`, {});
  expect([refused.status, refused.body.error.message]).toEqual([404, 'Credit card not found']);
  await expectInvariants(order);
});
