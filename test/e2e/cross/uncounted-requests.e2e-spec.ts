import { asShopper, call } from '../../support/http';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { Server } from '../../support/server-process';
import type { StoreMade } from '../../support/tandem';

let own: OwnDatabase;
let store: StoreMade;
let server: Server;

beforeAll(async () => {
  own = await ownDatabase();
  server = await own.server({ TANDEM_RATE_LIMIT: '300' });
  store = await own.store();
});
afterAll(async () => {
  await server.stop();
  await own.drop();
});

it('while requests cannot be counted, shoppers are served, and nobody gets to try a password', async () => {
  await own.pool.query('ALTER TABLE rate_limits RENAME TO rate_limits_elsewhere');
  const shop = await call('GET', `/store/payment-providers?region_id=${store.region_id}`, {
    headers: asShopper(store),
    server: server.url,
  });
  expect(shop.status).toBe(200);
  const { email, password } = store.customer;
  const headers = { ...asShopper(store), 'x-spree-api-key': store.publishable_key };
  for (const path of ['/auth/customer/emailpass', '/api/v3/store/auth/login']) {
    const login = await call('POST', path, { headers, body: { email, password }, server: server.url });
    expect([path, login.status, login.headers.get('retry-after')]).toEqual([path, 503, '1']);
  }
  await own.pool.query('ALTER TABLE rate_limits_elsewhere RENAME TO rate_limits');
  const login = await call('POST', '/auth/customer/emailpass', {
    headers,
    body: { email, password },
    server: server.url,
  });
  expect(login.status).toBe(200);
});
