import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import type * as Accounts from '../../libs/platform/database/src/embedded/account';
import type * as Binaries from '../../libs/platform/database/src/embedded/binaries';

const run = promisify(execFile);

const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'max_connections=60',
];

// Required dynamically: they belong to the build.
const built = createRequire(resolve('dist/libs/platform/database/src/embedded/index.js'));
const { binary } = built('./binaries') as typeof Binaries;
const { commandAs } = built('./account') as typeof Accounts;

// Postgres refuses to run as root; this unprivileged user owns no other files.
const UNPRIVILEGED = 65_534;
const account = userInfo().uid === 0 ? { uid: UNPRIVILEGED, gid: UNPRIVILEGED } : null;
export const owner = account ?? {};

/** A Postgres for one test file, which may be frozen and killed. */
export class OwnPostgres {
  private server: ChildProcess | null = null;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-own-'));
    chmodSync(folder, 0o700);
    if (account !== null) chownSync(folder, account.uid, account.gid);
    const args = [
      '-D',
      join(folder, 'data'),
      '-U',
      'tandem',
      '--auth=trust',
      '--no-sync',
      '--locale=C',
      '-E',
      'UTF8',
    ];
    const initdb = commandAs(account, binary('initdb'), args, [join(folder, 'data')]);
    await run(initdb.file, initdb.args, initdb.options);
    const postgres = new OwnPostgres(folder, await freePort());
    await postgres.launch();
    return postgres;
  }

  get url(): string {
    return `postgres://tandem@127.0.0.1:${this.port}/postgres`;
  }

  /** Waits until it accepts connections. */
  async launch(): Promise<void> {
    const settings = [`port=${this.port}`, ...SETTINGS].flatMap((setting) => ['-c', setting]);
    const data = join(this.folder, 'data');
    const { file, args, options } = commandAs(account, binary('postgres'), ['-D', data, ...settings], [data]);
    this.server = spawn(file, args, { ...options, stdio: 'ignore' });
    while (!(await this.takesConnections())) await pause(50);
  }

  /** Simulates a stalled machine: all its processes stop, its sockets stay open. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  thaw(): void {
    this.signal('SIGCONT');
  }

  /** Sessions get error 57P01 ('SIGINT'), or end without a message ('SIGQUIT'). */
  async stop(signal: 'SIGINT' | 'SIGQUIT' = 'SIGINT'): Promise<void> {
    if (!this.server) return;
    const ended = once(this.server, 'exit');
    this.server.kill(signal);
    await ended;
    this.server = null;
  }

  async remove(): Promise<void> {
    if (this.server) this.thaw();
    await this.stop('SIGQUIT');
    rmSync(this.folder, { recursive: true, force: true });
  }

  private signal(signal: NodeJS.Signals): void {
    for (const pid of this.pids()) {
      try {
        process.kill(pid, signal);
      } catch {
        // A session has ended since the listing.
      }
    }
  }

  private pids(): number[] {
    const postmaster = this.server?.pid ?? 0;
    const children = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .filter((name) => parentOf(name) === postmaster)
      .map(Number);
    return [postmaster, ...children];
  }

  private async takesConnections(): Promise<boolean> {
    const client = new Client({ connectionString: this.url });
    try {
      await client.connect();
      return true;
    } catch {
      return false;
    } finally {
      await client.end();
    }
  }
}

function parentOf(pid: string): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  try {
    // "pid (name) state parent": a name may hold spaces and brackets.
    return Number(
      readFileSync(file, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ')[1],
    );
  } catch {
    return 0;
  }
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, 'close');
  return port;
}
