import { resolve } from 'node:path';
import { anOrder, call, methodOf, sessionsPath } from '../support/http';
import { asBackOffice, placed } from '../support/medusa-admin';
import type { Server } from '../support/server-process';
import { anotherServer, aStore, type StoreMade } from '../support/tandem';
import { watchDatabase, type WatchedDatabase } from '../support/watched-database';
import { decidingFiles, type Coverage } from './walked-files';

let store: StoreMade, watched: WatchedDatabase, server: Server;

beforeAll(async () => {
  store = await aStore();
  watched = await watchDatabase();
  server = await anotherServer({ DATABASE_URL: watched.url }, { main: resolve('test/walks/server-with-coverage.mjs') });
});
afterAll(async () => {
  await server.stop();
  await watched.close();
});

const control = async (path: string): Promise<string> => {
  const [, url] = /coverage on (http:\S+)/.exec(server.output()) ?? [];
  return (await fetch(`${url}${path}`, { method: 'POST' })).text();
};

async function walk(request: () => Promise<unknown>) {
  watched.heard();
  await control('/start');
  await request();
  const files = decidingFiles(JSON.parse(await control('/stop')) as Coverage[]);
  return { statements: watched.heard(), files };
}
const show = (w: any) => console.log(w.statements.length, w.statements.join(', '), '\n', w.files.length, w.files.join('\n'));

it('walks', async () => {
  const create = async (key: string) => {
    const order = await anOrder(store);
    return walk(() => call('POST', sessionsPath(order), { headers: { ...asShopper2(order), 'idempotency-key': key }, body: { payment_method_id: methodOf(store), amount: '110.00' }, server: server.url }).then((r) => { if (r.status > 300) throw new Error(r.text); }));
  };
  await create('a');
  show(await create('b'));
  const capture = async (key: string) => {
    const order = await anOrder(store);
    const id = await placed(store, order);
    return walk(() => asBackOffice(store, 'POST', `/payments/${id}/capture`, { body: {}, key, server: server.url }).then((r) => { if (r.status > 300) throw new Error(r.text); }));
  };
  await capture('a');
  show(await capture('b'));
});
const asShopper2 = (order: any) => ({ 'x-spree-api-key': store.publishable_key, 'x-spree-order-token': order.token });
