import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { namingSetting } from './naming-setting';

const listening = (server: Server, port: number, host: string): Promise<unknown> =>
  new Promise((tell) => server.once('error', tell).listen(port, host, () => tell(null)));

/** What a client of Postgres hands on where nobody listens. */
const refused = (host: string): Promise<unknown> =>
  new Promise((tell) => connect(1, host).once('error', tell));

const words = (error: unknown, where: { port?: number; host?: string; databaseUrl?: string }): string =>
  namingSetting(error, { port: 0, host: '127.0.0.1', databaseUrl: null, ...where }).message;

it('a port that another program has is PORT’s', async () => {
  const holder = createServer();
  await listening(holder, 0, '127.0.0.1');
  const { port } = holder.address() as AddressInfo;
  const error = await listening(createServer(), port, '127.0.0.1');
  expect(words(error, { port })).toBe(`PORT: another program has ${port} on 127.0.0.1`);
  holder.close();
});

it.each(['192.0.2.1', 'no.such.invalid'])('%s, which is not of this machine, is HOST’s', async (host) => {
  const error = await listening(createServer(), 0, host);
  expect(words(error, { host })).toBe(`HOST: "${host}" is no address of this machine`);
});

it.each(['127.0.0.1', 'localhost'])(
  'a database that is not there, at %s, is DATABASE_URL’s',
  async (host) => {
    expect(words(await refused(host), { databaseUrl: `postgres://${host}:1/x` })).toMatch(
      /^DATABASE_URL names no database that can be had: .*ECONNREFUSED/,
    );
  },
);

it('of the embedded database no DATABASE_URL is named, and other words stay as they are', async () => {
  expect(words(await refused('127.0.0.1'), {})).toMatch(/^connect ECONNREFUSED/);
  expect(words(new Error('a plugin was refused'), { databaseUrl: 'postgres://h/d' })).toBe(
    'a plugin was refused',
  );
});
