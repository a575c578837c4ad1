import { call, type Json, type Reply } from '../../support/http';
import { ownDatabase, type OwnDatabase } from '../../support/own-database';
import type { Server } from '../../support/server-process';
import { until } from '../../support/target-server';

// The demo users' password is in the public documents, so it must not work on a server that other machines can connect to.

const EVERYWHERE = { HOST: '0.0.0.0' };
const PRODUCTION = { NODE_ENV: 'production' };

// Each test starts servers and runs the command line.
jest.setTimeout(180_000);

let own: OwnDatabase;
const servers: Server[] = [];

beforeAll(async () => {
  own = await ownDatabase();
});

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});

afterAll(() => own.drop());

async function aServer(env: Record<string, string> = {}): Promise<Server> {
  const server = await own.server(env);
  servers.push(server);
  return server;
}

const demo = async (env: Record<string, string> = {}): Promise<Json> =>
  JSON.parse(await own.tandem(['demo', '--json'], env));

/** The statuses of the admin's log-in, and of the customer's in each dialect. */
async function logInStatuses(made: Json, { url: server }: Server): Promise<number[]> {
  const { admin, customer } = made;
  const headers = { 'x-publishable-api-key': made.publishable_key, 'x-spree-api-key': made.publishable_key };
  const requests: [string, Json][] = [
    ['/auth/user/emailpass', admin],
    ['/auth/customer/emailpass', customer],
    ['/api/v3/store/auth/login', { ...customer, email: customer.email.toUpperCase() }],
  ];
  const replies = await Promise.all(
    requests.map(([path, { email, password }]): Promise<Reply> =>
      call('POST', path, { headers, body: { email, password }, server }),
    ),
  );
  return replies.map(({ status }) => status);
}

it('the demo password works only on a server that listens on this machine alone', async () => {
  const local = await aServer();
  const exposed = [await aServer(EVERYWHERE), await aServer(PRODUCTION)];
  const made = await demo();
  expect([made.admin.email, made.admin.password]).toEqual(['admin@example.com', 'tandem-demo']);
  expect(await logInStatuses(made, local)).toEqual([200, 200, 200]);
  for (const server of exposed) {
    expect(await logInStatuses(made, server)).toEqual([401, 401, 401]);
    // The command line's token still works: only an operator has it.
    const headers = { authorization: `Bearer ${made.admin.jwt as string}` };
    expect((await call('GET', '/admin/users/me', { headers, server: server.url })).status).toBe(200);
  }
});

it('a start on a public address warns that the demo users have the public password', async () => {
  await demo();
  const [local, everywhere] = [await aServer(), await aServer(EVERYWHERE)];
  expect(everywhere.output()).toMatch(/admin@example\.com has the demo password, which is public/);
  expect(local.output()).not.toContain('has the demo password');
});

it.each([
  ['listens everywhere', EVERYWHERE],
  ['runs in production', PRODUCTION],
])('the demo of a server that %s prints a new password each time', async (_, env) => {
  const server = await aServer(env);
  const [first, second] = [await demo(env), await demo(env)];
  expect(Object.keys(second).sort()).toEqual(Object.keys(first).sort());
  expect([first.admin.password, first.customer.password]).not.toContain('tandem-demo');
  expect(await logInStatuses(second, server)).toEqual([200, 200, 200]);
  expect(await logInStatuses(first, server)).toEqual([401, 401, 401]);
  const headers = { authorization: `Bearer ${second.admin.jwt as string}` };
  expect((await call('GET', '/admin/users/me', { headers, server: server.url })).status).toBe(200);
});

it('a changed password is never reset to the public one', async () => {
  const server = await aServer();
  await demo(EVERYWHERE);
  const made = await demo();
  expect(made.admin.password).not.toBe('tandem-demo');
  expect(await logInStatuses(made, server)).toEqual([200, 200, 200]);
  expect(await logInStatuses({ ...made, admin: { ...made.admin, password: 'tandem-demo' } }, server)).toEqual(
    [401, 200, 200],
  );
});

it('the command line gives a member of staff a new password, or locks them out', async () => {
  const server = await aServer();
  const made = await demo();
  const { email } = made.admin;
  const me = (jwt: string): Promise<Reply> =>
    call('GET', '/admin/users/me', { headers: { authorization: `Bearer ${jwt}` }, server: server.url });
  const logIn = (password: string): Promise<Reply> =>
    call('POST', '/auth/user/emailpass', { body: { email, password }, server: server.url });
  expect((await me(made.admin.jwt)).status).toBe(200);
  const { password } = JSON.parse(await own.tandem(['reset-admin-password', email, '--json']));
  await until(async () => (await me(made.admin.jwt)).status === 401, 5_000);
  expect((await logIn(made.admin.password)).status).toBe(401);
  const login = await logIn(password);
  expect((await me(login.body.token)).status).toBe(200);
  expect(await own.tandem(['delete-admin', email])).toContain(`${email} is deleted`);
  await until(async () => (await me(login.body.token)).status === 401, 5_000);
  expect((await logIn(password)).status).toBe(401);
  expect(await own.tandem(['delete-admin', email])).toBe('');
});

it('the documents can be turned off', async () => {
  const server = await aServer({ TANDEM_DOCS: '0' });
  for (const path of ['/docs', '/docs/', '/docs/admin/openapi.json', '/docs/spree-store/openapi.json'])
    expect((await call('GET', path, { server: server.url })).status).toBe(404);
  expect(server.output()).not.toContain('/docs');
  const open = await aServer(PRODUCTION);
  expect((await call('GET', '/docs/admin/openapi.json', { server: open.url })).status).toBe(200);
});
