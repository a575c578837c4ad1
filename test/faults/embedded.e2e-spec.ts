import { lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { EmbeddedFolder } from '../support/embedded';
import { call, type Reply } from '../support/http';
import { Random } from '../support/random';
import { HalfSent } from '../support/raw-http';
import type { Server } from '../support/server-process';
import type { StoreMade } from '../support/tandem';
import { until } from '../support/target-server';

// The life cycle of the embedded Postgres: docs/embedded-postgres.md. TANDEM_EMBEDDED_KILLS sets how often a first start is killed,
// TANDEM_EMBEDDED_SEED at which moments.

const KILLS = Number(process.env['TANDEM_EMBEDDED_KILLS'] ?? 10);
const SEED = Number(process.env['TANDEM_EMBEDDED_SEED'] ?? Math.floor(Math.random() * 2 ** 31));

// An idle machine creates a database in two seconds, and starts a server in three more.
const FIRST_START_MS = { ofPostgres: 2_000, ofServer: 4_500 };

// Most kills hit Postgres' initialization; the others the migrations and the demo store.
const SERVER_KILLS_PERCENT = 20;

const DEMO_STORE = 'Demo store               Tandem demo store';

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

/** The Spree API line that a start prints for copying. */
function openSession({ url, output }: Server): Promise<Reply> {
  const line =
    /POST http:\/\/[^/]+(\S+) -H 'x-spree-api-key: (\S+)' -H 'x-spree-order-token: (\S+)' .* -d '(.*)'/;
  const [, path = '', key = '', token = '', body] = line.exec(output()) ?? [];
  return call('POST', path, {
    headers: { 'x-spree-api-key': key, 'x-spree-order-token': token },
    body,
    server: url,
  });
}

const isReady = async ({ url }: Server): Promise<boolean> =>
  (await call('GET', '/health/ready', { server: url })).status === 200;
const isStopped = (): Promise<void> => until(() => folder.pid === null, 30_000);

it(`a first start killed ${KILLS} times at any moment succeeds in the end, with a complete demo store`, async () => {
  process.stdout.write(`embedded: TANDEM_EMBEDDED_SEED=${SEED} TANDEM_EMBEDDED_KILLS=${KILLS}\n`);
  const random = new Random(SEED);
  for (let kill = 0; kill < KILLS; kill++) {
    const isServer = random.chance(SERVER_KILLS_PERCENT);
    const child = isServer ? folder.spawnServer() : folder.spawnUser();
    await pause(random.whole(0, isServer ? FIRST_START_MS.ofServer : FIRST_START_MS.ofPostgres));
    // The group includes initdb and everything without its own process session.
    if (child.pid) process.kill(random.chance(50) ? -child.pid : child.pid, 'SIGKILL');
    if (folder.pid && random.chance(50)) process.kill(folder.pid, 'SIGKILL');
  }
  const server = await running(folder.server());
  expect(server.output()).toMatch(/^tandem: starting\n/);
  expect(server.output()).toContain(DEMO_STORE);
  expect((await openSession(server)).status).toBe(201);
  const ofDemo = `WHERE store_id = (SELECT id FROM stores WHERE name = 'Tandem demo store')`;
  expect(await folder.count(`payment_methods ${ofDemo}`)).toBe(2);
  expect(await folder.count(`variants ${ofDemo}`)).toBe(1);
  await server.stop();
  await isStopped();
});

describe('two servers on one folder:', () => {
  let first: Server;
  let second: Server;

  beforeAll(async () => {
    [first, second] = await Promise.all([folder.server(), folder.server()]);
  });
  afterAll(() => Promise.all([first, second].map((server) => server.kill())));

  it('a killed Postgres is restarted once on its port, and no acknowledged order is lost', async () => {
    const { pid, port } = folder;
    const [, number = ''] = /^Order +(R\d+)/m.exec(first.output()) ?? [];
    process.kill(pid ?? 0, 'SIGKILL');
    await until(
      async () => ![null, pid].includes(folder.pid) && (await isReady(first)) && (await isReady(second)),
      60_000,
    );
    expect(folder.port).toBe(port);
    expect(await folder.count(`orders WHERE number = '${number}'`)).toBe(1);
  });

  it('a copy of the folder, made while in use, starts its own Postgres and writes nothing into the original', async () => {
    const orders = await folder.count('orders');
    const copy = folder.copy();
    folders.push(copy);
    const copyServer = await running(copy.server());
    expect(await folder.count('orders')).toBe(orders);
    expect(await copy.count('orders')).toBe(orders + 1);
    expect(copy.port).not.toBe(folder.port);
    await copyServer.stop();
    expect([copy.pid, await isReady(first)]).toEqual([null, true]);
  });

  it('a changed demo customer does not block a start', async () => {
    const person = { email: 'admin@example.com', password: 'tandem-demo' };
    const login = await call('POST', '/auth/user/emailpass', { body: person, server: first.url });
    const as = { headers: { authorization: `Bearer ${login.body.token as string}` }, server: first.url };
    const [customer] = (await call('GET', '/api/v3/admin/customers', as)).body.data;
    const body = { email: 'ada@example.com' };
    const changed = await call('PATCH', `/api/v3/admin/customers/${customer.id as string}`, { ...as, body });
    expect([customer.email, changed.status]).toEqual(['customer@example.com', 200]);
    expect((await running(folder.server())).output()).toContain(DEMO_STORE);
  });

  it('when one is killed and a command comes and goes, the other serves on, and the last one stops Postgres', async () => {
    const { pid } = folder;
    await first.kill();
    const made = JSON.parse(await folder.tandem('demo', '--json')) as StoreMade;
    // The demo creates a new customer, because the previous one's address was changed above.
    expect(made.customer.email).toBe('customer@example.com');
    expect([await isReady(second), folder.pid]).toEqual([true, pid]);
    const third = await running(folder.user());
    await second.stop();
    expect(folder.pid).toBe(pid);
    await third.stop();
    await isStopped();
  });
});

it('when all were killed, the next one takes over their Postgres, and stops it', async () => {
  const killed = await Promise.all([running(folder.user()), running(folder.user())]);
  const { pid } = folder;
  await Promise.all(killed.map((user) => user.kill()));
  expect(folder.pid).toBe(pid);
  const next = await running(folder.user());
  expect(folder.pid).toBe(pid);
  await next.stop();
  await isStopped();
});

it('when the last one is killed while it stops Postgres, the next one starts it again', async () => {
  const last = await running(folder.user());
  // An open session delays a smart shutdown.
  const client = await folder.client();
  const { pid } = folder;
  await last.kill();
  process.kill(pid ?? 0, 'SIGTERM');
  const starting = running(folder.user());
  await until(() => lstatSync(folder.file('postgres.lock'), { throwIfNoEntry: false }) !== undefined, 10_000);
  await client.end();
  const next = await starting;
  expect(folder.pid).not.toBe(pid);
  await next.stop();
  await isStopped();
});

it('a start waits for a stalled Postgres instead of stopping it', async () => {
  const user = await running(folder.user());
  const { pid } = folder;
  process.kill(pid ?? 0, 'SIGSTOP');
  const next = folder.spawnUser();
  const ended = once(next, 'exit');
  try {
    let printed = '';
    next.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
    await until(() => printed.includes('waiting for Postgres'), 60_000);
    process.kill(pid ?? 0, 'SIGCONT');
    await until(() => printed.includes('listening on'), 60_000);
    expect(folder.pid).toBe(pid);
  } finally {
    process.kill(pid ?? 0, 'SIGCONT');
    next.kill('SIGKILL');
  }
  await ended;
  await user.stop();
  await isStopped();
});

it('it runs as any user, even if installed where only the owner has access, as below /root', async () => {
  const [home, data] = [EmbeddedFolder.empty(), EmbeddedFolder.empty()];
  folders.push(home, data);
  await (await running(data.userOf(home))).stop();
  expect(data.pid).toBeNull();
});

it('many start and stop at once, and Postgres keeps running for each', async () => {
  const stay = await running(folder.user());
  const others = await Promise.all(Array.from({ length: 6 }, () => running(folder.user())));
  const { pid } = folder;
  const ends = others.map((user, at) => (at % 2 === 0 ? user.kill() : user.stop()));
  await Promise.all([...ends, running(folder.user())]);
  expect(folder.pid).toBe(pid);
  await Promise.all([stay, ...servers].map((user) => user.stop()));
  await isStopped();
});

describe('a file that names no process of this folder does not block a start:', () => {
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
    ['a lock with an unknown text', () => inLock('mine, keep out\n')],
    ['a lock that is a folder', () => mkdirSync(folder.file('postgres.lock', 'full'), { recursive: true })],
    [
      'a lock of a live process of another folder',
      () => symlinkSync(`${markOf()} 1:2 x`, folder.file('postgres.lock')),
    ],
    [
      'users’ files that are empty, rubbish or a live pid',
      () => {
        for (const [name, text] of Object.entries({ empty: '', rubbish: 'rubbish', pid: alive }))
          writeFileSync(folder.file('postgres.users', name), text);
      },
    ],
  ])('%s', async (_, write) => {
    write();
    const user = await running(folder.user());
    await user.stop();
    await isStopped();
  });

  /** This process's entry in another folder's lock (Linux only). */
  function markOf(): string {
    const stat = readFileSync('/proc/self/stat', 'utf8');
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return `${process.pid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]} ${boot}`;
  }
});

it('if another program has taken the port, Postgres gets another', async () => {
  const previousPort = folder.port;
  const copy = folder.copy();
  folders.push(copy);
  const holder = await running(copy.user());
  writeFileSync(
    folder.file('postgres.json'),
    readFileSync(folder.file('postgres.json'), 'utf8').replace(`${previousPort}`, `${copy.port}`),
  );
  const user = await running(folder.user());
  expect(folder.port).not.toBe(copy.port);
  await Promise.all([user.stop(), holder.stop()]);
});

it('an empty secret stops the start with an error that names its file, and leaves no Postgres running', async () => {
  const file = folder.file('jwt_secret');
  const secret = readFileSync(file);
  writeFileSync(file, '');
  await expect(folder.server()).rejects.toThrow(
    `:\ntandem: ${file} must have at least 32 characters, it has 0`,
  );
  expect(folder.pid).toBeNull();
  writeFileSync(file, secret);
});

it('a failed start reports the last message of Postgres', async () => {
  const copy = folder.copy();
  folders.push(copy);
  writeFileSync(copy.file('postgres', 'global', 'pg_control'), 'damaged');
  await expect(copy.tandem('demo')).rejects.toThrow(
    /tandem: the embedded Postgres did not start: (PANIC|FATAL): /,
  );
});

it.each<['SIGTERM' | 'Ctrl-C', (server: Server) => Promise<unknown>]>([
  ['SIGTERM', (server) => server.stop()],
  ['Ctrl-C', async (server) => expect(await server.interrupt()).toBe(0)],
])(
  '%s: running and half-sent requests are finished, a silent client does not delay the end, and Postgres stops last',
  async (_, end) => {
    const server = await running(folder.server());
    const client = await folder.client();
    await client.query('BEGIN');
    await client.query('LOCK TABLE payment_sessions IN EXCLUSIVE MODE');
    const reply = openSession(server);
    const waits = `SELECT 1 FROM pg_locks WHERE relation = 'payment_sessions'::regclass AND NOT granted`;
    await until(async () => (await client.query(waits)).rows.length > 0, 10_000);
    const half = await HalfSent.get(server.url);
    const silent = connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined);
    await once(silent, 'connect');
    const ended = end(server);
    await until(
      () =>
        call('GET', '/health/live', { server: server.url }).then(
          () => false,
          () => true,
        ),
      10_000,
    );
    if (!silent.closed) await once(silent, 'close');
    const last = await half.finish();
    expect(last).toMatch(/^HTTP\/1.1 200 OK\r\n/);
    expect(last).toMatch(/\r\nconnection: close\r\n/i);
    await client.query('COMMIT');
    expect((await reply).status).toBe(201);
    await ended;
    expect(folder.pid).toBeNull();
  },
);
