import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { withSettingName } from './with-setting-name';

const listening = (server: Server, port: number, host: string): Promise<unknown> =>
  new Promise((resolve) => server.once('error', resolve).listen(port, host, () => resolve(null)));

/** The error of a Postgres client when nothing listens on the port. */
const refused = (host: string): Promise<unknown> =>
  new Promise((resolve) => connect(1, host).once('error', resolve));

const messageOf = (error: unknown, where: { port?: number; host?: string; databaseUrl?: string }): string =>
  withSettingName(error, { port: 0, host: '127.0.0.1', databaseUrl: null, ...where }).message;

it('an occupied port names PORT', async () => {
  const other = createServer();
  await listening(other, 0, '127.0.0.1');
  const { port } = other.address() as AddressInfo;
  const error = await listening(createServer(), port, '127.0.0.1');
  expect(messageOf(error, { port })).toBe(`PORT: port ${port} on 127.0.0.1 is already in use`);
  other.close();
});

it.each(['192.0.2.1', 'no.such.invalid'])('%s, not an address of this machine, names HOST', async (host) => {
  const error = await listening(createServer(), 0, host);
  expect(messageOf(error, { host })).toBe(`HOST: "${host}" is not an address of this machine`);
});

it.each(['127.0.0.1', 'localhost'])('an unreachable database at %s names DATABASE_URL', async (host) => {
  expect(messageOf(await refused(host), { databaseUrl: `postgres://${host}:1/x` })).toMatch(
    /^DATABASE_URL: cannot connect to the database: .*ECONNREFUSED/,
  );
});

it('errors of the embedded database do not name DATABASE_URL, and other messages are unchanged', async () => {
  expect(messageOf(await refused('127.0.0.1'), {})).toMatch(/^connect ECONNREFUSED/);
  expect(messageOf(new Error('a plugin was refused'), { databaseUrl: 'postgres://h/d' })).toBe(
    'a plugin was refused',
  );
});
