import { randomBytes } from 'node:crypto';
import {
  asGuest,
  asOrderSystem,
  call,
  methodOf,
  sessionsPath,
  type Json,
  type Reply,
} from '../../support/http';
import { createCookie, bearer } from '../../support/logins';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { Server } from '../../support/server-process';
import { serverEnv, type StoreMade } from '../../support/tandem';

// Rotating a secret loses nothing: what the previous one signed or encrypted is accepted, and the new one is used from then on.

jest.setTimeout(180_000);

const secret = (): string => randomBytes(32).toString('hex');
const { JWT_SECRET = '', ORDER_TOKEN_SECRET = '' } = serverEnv;
const NEXT = { JWT_SECRET: secret(), ORDER_TOKEN_SECRET: secret() };
const ROTATED = {
  ...NEXT,
  JWT_SECRET_PREVIOUS: JWT_SECRET,
  ORDER_TOKEN_SECRET_PREVIOUS: ORDER_TOKEN_SECRET,
};

let own: OwnDatabase;
let store: StoreMade;
let before: Server;
let rotated: Server;
let after: Server;
let endpoint: Json;

beforeAll(async () => {
  own = await ownDatabase();
  before = await own.server();
  store = await own.store();
  const body = { url: 'http://127.0.0.1:9/', active: false };
  const path = '/api/v3/admin/webhook_endpoints';
  endpoint = (await call('POST', path, { headers: asOrderSystem(store), body, server: before.url })).body;
  rotated = await own.server(ROTATED);
  after = await own.server(NEXT);
});

afterAll(async () => {
  await Promise.all([before, rotated, after].map((server) => server.stop()));
  await own.drop();
});

const me = (server: Server, headers: Record<string, string>): Promise<Reply> =>
  call('GET', '/store/customers/me', {
    headers: { 'x-publishable-api-key': store.publishable_key, ...headers },
    server: server.url,
  });

it('a token and a cookie of the previous secret are valid while it is configured', async () => {
  const { jwt } = store.customer;
  const cookie = await createCookie(jwt, before.url);
  for (const headers of [bearer(jwt), { cookie }]) {
    expect((await me(rotated, headers)).status).toBe(200);
    expect((await me(after, headers)).status).toBe(401);
  }
  const { body } = await call('POST', '/auth/token/refresh', { headers: bearer(jwt), server: rotated.url });
  expect((await me(after, bearer(body.token))).status).toBe(200);
  expect((await me(before, bearer(body.token))).status).toBe(401);
});

it('an order token of the previous secret works, and a repeated request is replayed', async () => {
  const pay = (server: Server): Promise<Reply> =>
    call('POST', sessionsPath(store.order), {
      headers: asGuest(store, store.order, 'across a change'),
      body: { payment_method_id: methodOf(store) },
      server: server.url,
    });
  const [one, two] = [await pay(before), await pay(rotated)];
  expect([one.status, two.status, two.headers.get('idempotent-replayed')]).toEqual([201, 201, 'true']);
  expect((await pay(after)).status).toBe(404);
});

it('the command line reseals what the previous secret sealed, and nothing is lost', async () => {
  const run = async (env: Record<string, string>): Promise<Json> =>
    JSON.parse(await own.tandem(['reseal', '--json'], env));
  expect(await run(NEXT)).toEqual({ resealed: 0, lost: [endpoint.id] });
  expect(await run(ROTATED)).toEqual({ resealed: 1, lost: [] });
  expect(await run(ROTATED)).toEqual({ resealed: 0, lost: [] });
  expect(await run(NEXT)).toEqual({ resealed: 0, lost: [] });
});
