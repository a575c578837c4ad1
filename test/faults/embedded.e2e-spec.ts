import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedFolder } from '../support/embedded';
import { asGuest, call, methodOf, sessionsPath, type Reply } from '../support/http';
import { Random } from '../support/random';
import { spawnServer, type Server } from '../support/server-process';
import type { StoreMade } from '../support/tandem';
import { until } from '../support/victim';

// How the embedded Postgres lives: docs/embedded-postgres.md. Kills of a first start: TANDEM_EMBEDDED_KILLS, at the moments
// that TANDEM_EMBEDDED_SEED gives.

const KILLS = Number(process.env['TANDEM_EMBEDDED_KILLS'] ?? 3);
const SEED = Number(process.env['TANDEM_EMBEDDED_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

// An idle machine makes a database in three seconds, and a server in three more.
const FIRST_START_MS = 6_000;

jest.setTimeout(300_000);

const folder = EmbeddedFolder.empty();
const folders = [folder];
const servers: Server[] = [];

afterEach(() => Promise.all(servers.splice(0).map((server) => server.kill())));
afterAll(() => folders.forEach((each) => each.remove()));

async function running(server: Promise<Server>): Promise<Server> {
  servers.push(await server);
  return server;
}

const demoOf = async (of: EmbeddedFolder): Promise<StoreMade> =>
  JSON.parse(await of.tandem('demo', '--json')) as StoreMade;
const isReady = async ({ url }: Server): Promise<boolean> =>
  (await call('GET', '/health/ready', { server: url })).status === 200;
const isLet = (): Promise<void> => until(() => folder.pid === null, 30_000);

it(`a first start that is killed ${KILLS} times at any moment starts in the end, with its demo store whole`, async () => {
  process.stdout.write(`embedded: TANDEM_EMBEDDED_SEED=${SEED} TANDEM_EMBEDDED_KILLS=${KILLS}\n`);
  const random = new Random(SEED);
  for (let kill = 0; kill < KILLS; kill++) {
    const child = spawnServer(folder.env, { inOwnGroup: true });
    await pause(random.whole(0, FIRST_START_MS));
    // With the group go initdb and what else is not in a session of its own.
    if (child.pid) process.kill(random.chance(50) ? -child.pid : child.pid, 'SIGKILL');
    if (folder.pid && random.chance(50)) process.kill(folder.pid, 'SIGKILL');
  }
  const server = await running(folder.server());
  expect(server.output()).toMatch(/^tandem: starting\n/);
  expect(server.output()).toContain('Demo store               Tandem demo store');
  expect((await demoOf(folder)).payment_methods).toHaveLength(2);
  expect(await folder.count(`stores WHERE name = 'Tandem demo store'`)).toBe(1);
  await server.stop();
  await isLet();
});

it('two servers and a command share one Postgres, and the last one out stops it', async () => {
  const [first, second] = await Promise.all([running(folder.server()), running(folder.server())]);
  const { pid } = folder;
  await first.kill();
  await demoOf(folder);
  expect([await isReady(second), folder.pid]).toEqual([true, pid]);
  const third = await running(folder.user());
  await second.stop();
  expect(folder.pid).toBe(pid);
  await third.stop();
  await isLet();
});

it('when all were killed, the next one goes on with their Postgres, and stops it', async () => {
  const left = [await running(folder.user()), await running(folder.user())];
  const { pid } = folder;
  await Promise.all(left.map((user) => user.kill()));
  expect(folder.pid).toBe(pid);
  const next = await running(folder.user());
  expect(folder.pid).toBe(pid);
  await next.stop();
  await isLet();
});

it('of many that come and go at once none is without it', async () => {
  const stay = await running(folder.user());
  const others = await Promise.all(Array.from({ length: 6 }, () => running(folder.user())));
  const { pid } = folder;
  const ends = others.map((user, at) => (at % 2 === 0 ? user.kill() : user.stop()));
  await Promise.all([...ends, running(folder.user())]);
  expect(folder.pid).toBe(pid);
  await Promise.all([stay, ...servers].map((user) => user.stop()));
  await isLet();
});

it('a Postgres that is killed alone is started again at its port, with what was acknowledged, and once', async () => {
  const [one, other] = await Promise.all([running(folder.server()), running(folder.server())]);
  const { order } = await demoOf(folder);
  const { pid, port } = folder;
  process.kill(pid ?? 0, 'SIGKILL');
  await until(async () => folder.pid !== null && (await isReady(one)) && (await isReady(other)), 60_000);
  expect(folder.pid).not.toBe(pid);
  expect(folder.port).toBe(port);
  expect(await folder.count(`orders WHERE number = '${order.number}'`)).toBe(1);
  await Promise.all([one.stop(), other.stop()]);
  await isLet();
});

it('a copy of a folder in use is a server of its own, and writes nothing into the original', async () => {
  const original = await running(folder.server());
  const orders = await folder.count('orders');
  const copy = folder.copy();
  folders.push(copy);
  await demoOf(copy);
  const ofCopy = await running(copy.server());
  expect(await folder.count('orders')).toBe(orders);
  expect(await copy.count('orders')).toBeGreaterThan(orders);
  expect(copy.port).not.toBe(folder.port);
  await original.stop();
  expect([await isReady(ofCopy), folder.pid === null, copy.pid === null]).toEqual([true, true, false]);
  await ofCopy.stop();
  expect(copy.pid).toBeNull();
});

describe('a file that names no process of this folder holds nobody up:', () => {
  const alive = `${process.pid}`;
  const pidFile = (...lines: readonly string[]) => {
    const text = `${lines.join('\n')}\n127.0.0.1\n\nready\n`;
    writeFileSync(folder.file('postgres', 'postmaster.pid'), text, { mode: 0o644 });
  };
  const time = '1764000000';
  const inLock = (text: string): void => writeFileSync(folder.file('postgres.lock'), text);

  it.each<[string, () => void]>([
    ['a pid file with a live pid', () => pidFile(alive, folder.file('postgres'), time, `${folder.port}`, '')],
    ['a pid file of another folder', () => pidFile(alive, '/elsewhere/postgres', time, `${folder.port}`, '')],
    ['a pid file with pid 1', () => pidFile('1', folder.file('postgres'), time, '5432', '')],
    ['an empty pid file', () => writeFileSync(folder.file('postgres', 'postmaster.pid'), '')],
    ['an empty lock', () => inLock('')],
    ['a lock with a live pid, as the first version wrote it', () => inLock(alive)],
    ['a lock with a text of its own', () => inLock('mine, keep out\n')],
    ['a lock that is a folder', () => mkdirSync(folder.file('postgres.lock', 'full'), { recursive: true })],
    [
      'a lock of a live process of another folder',
      () => symlinkSync(`${markOf()} 1:2 x`, folder.file('postgres.lock')),
    ],
    ['a user’s file with rubbish', () => writeFileSync(folder.file('postgres.users', 'rubbish'), 'rubbish')],
    ['a user’s file with a live pid', () => writeFileSync(folder.file('postgres.users', 'pid'), alive)],
    ['a user’s empty file', () => writeFileSync(folder.file('postgres.users', 'empty'), '')],
  ])('%s', async (_, write) => {
    write();
    const user = await running(folder.user());
    await user.stop();
    await isLet();
  });

  /** As a process writes itself down, on Linux; elsewhere it is one more text that names nobody. */
  function markOf(): string {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${process.pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]} ${boot}`;
  }
});

it('a port that another program has by now is no longer Postgres’', async () => {
  const taken = folder.port;
  const copy = folder.copy();
  folders.push(copy);
  const holder = await running(copy.user());
  writeFileSync(
    folder.file('postgres.json'),
    readFileSync(folder.file('postgres.json'), 'utf8').replace(`${taken}`, `${copy.port}`),
  );
  const user = await running(folder.user());
  expect(folder.port).not.toBe(copy.port);
  await Promise.all([user.stop(), holder.stop()]);
});

it('an empty secret stops the start with its file’s name, and leaves no Postgres', async () => {
  const file = folder.file('jwt_secret');
  const secret = readFileSync(file);
  writeFileSync(file, '');
  await expect(folder.server()).rejects.toThrow(
    `:\ntandem: ${file} must have at least 32 characters, it has 0`,
  );
  expect(folder.pid).toBeNull();
  writeFileSync(file, secret);
});

it('what Postgres said last is what a start that fails says', async () => {
  const copy = folder.copy();
  folders.push(copy);
  rmSync(copy.file('postgres', 'global'), { recursive: true });
  mkdirSync(copy.file('postgres', 'global'));
  writeFileSync(copy.file('postgres', 'global', 'pg_control'), 'damaged', { mode: 0o600 });
  await expect(copy.tandem('demo')).rejects.toThrow(/tandem: the embedded Postgres did not start: \S*FATAL/);
});

it.each<['SIGTERM' | 'Ctrl-C', (server: Server) => Promise<unknown>]>([
  ['SIGTERM', (server) => server.stop()],
  ['Ctrl-C', async (server) => expect(await server.interrupt()).toBe(0)],
])('%s: a request in hand is answered, then Postgres stops', async (_, end) => {
  const server = await running(folder.server());
  const store = await demoOf(folder);
  const client = await folder.client();
  await client.query('BEGIN');
  await client.query('LOCK TABLE payment_sessions IN EXCLUSIVE MODE');
  const reply: Promise<Reply> = call('POST', sessionsPath(store.order), {
    headers: asGuest(store, store.order),
    body: { payment_method_id: methodOf(store) },
    server: server.url,
  });
  const waits = `SELECT 1 FROM pg_locks WHERE relation = 'payment_sessions'::regclass AND NOT granted`;
  await until(async () => (await client.query(waits)).rows.length > 0, 10_000);
  const ended = end(server);
  await until(
    () =>
      call('GET', '/health/live', { server: server.url }).then(
        () => false,
        () => true,
      ),
    10_000,
  );
  await client.query('COMMIT');
  expect((await reply).status).toBe(201);
  await ended;
  expect(folder.pid).toBeNull();
});

it('no start is held up by what became of the demo’s customer', async () => {
  const { secret_key, customer } = await demoOf(folder);
  const server = await running(folder.server());
  const changed = await call('PATCH', `/api/v3/admin/customers/${customer.id}`, {
    headers: { 'x-spree-api-key': secret_key },
    body: { email: 'ada@example.com' },
    server: server.url,
  });
  expect(changed.status).toBe(200);
  await server.stop();
  const next = await running(folder.server());
  expect(next.output()).toContain('Demo store               Tandem demo store');
  expect((await demoOf(folder)).customer).toMatchObject({ email: 'customer@example.com' });
});
