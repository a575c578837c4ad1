import { asGuest, asOrderSystem, call, methodOf, sessionsPath, type Json } from '../support/http';
import { uuidOf } from '../support/ids';
import { ownDatabase, type OwnDatabase } from '../support/own-database';
import { aReceiver, verified, waitFor, type Receiver } from '../support/receiver';
import type { Server } from '../support/server-process';
import type { StoreMade } from '../support/tandem';

let own: OwnDatabase;
let store: StoreMade;
let receiver: Receiver;
let endpoint: Json;
let server: Server;

const HOOKS = '/api/v3/admin/webhook_endpoints';

const adminRequest = async (target: Server, method: string, path: string, body?: Json): Promise<Json> => {
  const reply = await call(method, path, { headers: asOrderSystem(store), body, server: target.url });
  return reply.body;
};

beforeAll(async () => {
  own = await ownDatabase();
  // Both start on an empty database: one creates the tables, and both become ready.
  const [first, second] = await Promise.all([own.server(), own.server()]);
  const ready = await Promise.all(
    [first, second].map(({ url }) => call('GET', '/health/ready', { server: url })),
  );
  expect(ready.map(({ status }) => status)).toEqual([200, 200]);
  await Promise.all([first.stop(), second.stop()]);
  store = await own.store();
});
afterAll(() => own.drop());

beforeEach(async () => {
  [receiver, server] = [await aReceiver(), await own.server()];
  endpoint = await adminRequest(server, 'POST', HOOKS, { url: receiver.url });
});
afterEach(async () => {
  await server.kill();
  await own.pool.query('DELETE FROM webhook_endpoints');
  await receiver.stop();
});

/** Pays an order of the store; returns the ids of its events. */
async function pay(): Promise<string[]> {
  const order = await adminRequest(server, 'POST', '/api/v3/admin/orders', {
    currency: 'USD',
    items: [{ name: 'T-shirt', quantity: 2, price: '55.00' }],
  });
  const headers = asGuest(store, order);
  const ask = { headers, server: server.url };
  const session = await call('POST', sessionsPath(order), {
    ...ask,
    body: { payment_method_id: methodOf(store) },
  });
  const done = await call('PATCH', sessionsPath(order, `/${session.body.id}/complete`), { ...ask, body: {} });
  expect(done.body.status).toBe('completed');
  const { rows } = await own.pool.query<{ id: string }>(
    `SELECT e.id FROM webhook_deliveries d JOIN events e ON e.id = d.event_id WHERE d.state = 'pending' OR d.attempts > 0`,
  );
  return rows.map(({ id }) => id);
}

/** Ends the leases of a killed server's deliveries, so that another sends them now. */
async function endLeases(): Promise<void> {
  await own.pool.query(`UPDATE webhook_deliveries SET next_attempt_at = now() WHERE state = 'pending'`);
}

const ids = (): Set<string> => new Set(receiver.received.map(({ body }) => body.id as string));

it('when a server is killed right after the commit, the next one sends its events', async () => {
  const stored = await pay();
  await server.kill();
  expect(stored).toHaveLength(2);
  server = await own.server();
  await endLeases();
  await waitFor(async () => ids().size === 2, 50_000);
  expect([...ids()].map(uuidOf).sort()).toEqual([...stored].sort());
  for (const received of receiver.received) verified(received, endpoint.secret);
});

it('when a server is killed while it sends an event, the next one sends it again with the same id and body', async () => {
  receiver.responses((response, nth) => void (nth > 0 && response.end('ok')));
  await pay();
  const [unanswered] = await receiver.until(1);
  await server.kill();
  server = await own.server();
  await endLeases();
  const isSentAgain = (): boolean =>
    receiver.received.filter(({ body }) => body.id === unanswered?.body.id).length > 1;
  await waitFor(async () => isSentAgain(), 50_000);
  const again = receiver.received.filter(({ body }) => body.id === unanswered?.body.id);
  expect(new Set(again.map(({ text }) => text)).size).toBe(1);
  await waitFor(async () => ids().size === 2);
  const states = (): Promise<Json> => own.pool.query('SELECT DISTINCT state FROM webhook_deliveries');
  await waitFor(async () => JSON.stringify((await states()).rows) === '[{"state":"delivered"}]');
});

it('a server that is stopped records its current deliveries, and leaves the rest to the next', async () => {
  receiver.responses((response, nth) => setTimeout(() => response.end('late'), nth === 0 ? 1500 : 0));
  await pay();
  await receiver.until(1);
  const began = Date.now();
  await server.stop();
  expect(Date.now() - began).toBeLessThan(8000);
  const { rows } = await own.pool.query('SELECT state, attempts FROM webhook_deliveries ORDER BY id LIMIT 1');
  expect(rows).toEqual([{ state: 'delivered', attempts: 1 }]);
});

it.each([
  ['https', 'the address is not public'],
  ['http', 'the address is not https'],
])('a private %s address is not called, whichever server saved it', async (protocol, error) => {
  const url = receiver.url.replace('http:', `${protocol}:`);
  await adminRequest(server, 'PATCH', `${HOOKS}/${endpoint.id}`, { url });
  await server.stop();
  server = await own.server({ TANDEM_WEBHOOKS_ALLOW_PRIVATE: '' });
  await pay();
  const page = (): Promise<Json> => adminRequest(server, 'GET', `${HOOKS}/${endpoint.id}/deliveries`);
  // The order's second event waits for the first.
  const tried = async (): Promise<Json[]> => (await page()).data.filter(({ attempts }: Json) => attempts > 0);
  await waitFor(async () => (await tried()).length > 0);
  expect(await tried()).toMatchObject([{ state: 'pending', response_status: null, error }]);
  expect(receiver.received).toEqual([]);
});

const REFUSED: readonly (readonly [url: string, message: string])[] = [
  ['http://example.com/', 'Url must begin with https://'],
  ['nowhere', 'Url is not a web address'],
  ['ftp://example.com/', 'Url is not a web address'],
  ['file:///etc/passwd', 'Url is not a web address'],
  ['https://user:pass@example.com/', 'Url must not contain a password'],
  ...[
    ...['127.0.0.1', '127.1', '0x7f000001', '2130706433', '0177.0.0.1', '0.0.0.0', '10.0.0.1', '192.168.1.1'],
    ...['169.254.169.254', '168.63.129.16', '100.64.0.1', '[::1]', '[::]', '[::ffff:127.0.0.1]', '[fd00::1]'],
    ...['[fe80::1]', '[64:ff9b::7f00:1]', 'localhost', 'LOCALHOST', '127.0.0.1:8080'],
  ].map((host) => [`https://${host}/`, 'Url must be a public address'] as const),
];

it('a private address in any notation is refused when it is saved, and nothing is stored', async () => {
  await server.stop();
  server = await own.server({ TANDEM_WEBHOOKS_ALLOW_PRIVATE: '0' });
  const ask = { headers: asOrderSystem(store), server: server.url };
  for (const [url, message] of REFUSED) {
    const reply = await call('POST', HOOKS, { ...ask, body: { url } });
    expect([url, reply.status, reply.body.error?.message]).toEqual([url, 422, message]);
    const changed = await call('PATCH', `${HOOKS}/${endpoint.id}`, { ...ask, body: { url } });
    expect([url, changed.status]).toEqual([url, 422]);
  }
  const { rows } = await own.pool.query('SELECT url FROM webhook_endpoints');
  expect(rows).toEqual([{ url: receiver.url }]);
});
