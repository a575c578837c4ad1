import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { freePort, owner } from './own-postgres';
import { until } from './target-server';

const BINARY = '/usr/sbin/pgbouncer';

export const hasPgBouncer = existsSync(BINARY);

/** PgBouncer in transaction mode, with few connections to the database of `url`. */
export class PgBouncer {
  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async before(url: string, settings: readonly string[]): Promise<PgBouncer> {
    const { hostname, port, username, pathname } = new URL(url);
    const own = new URL(url);
    own.port = String(await freePort());
    const folder = mkdtempSync(join(tmpdir(), 'tandem-pgbouncer-'));
    chmodSync(folder, 0o755);
    const file = join(folder, 'pgbouncer.ini');
    const lines = [
      '[databases]',
      `${pathname.slice(1)} = host=${hostname} port=${port} user=${username}`,
      '[pgbouncer]',
      'listen_addr = 127.0.0.1',
      `listen_port = ${own.port}`,
      'unix_socket_dir =',
      'auth_type = any',
      'pool_mode = transaction',
      'default_pool_size = 4',
      ...settings,
    ];
    writeFileSync(file, lines.join('\n'));
    const child = spawn(BINARY, ['-q', file], { ...owner, stdio: 'ignore' });
    const pooler = new PgBouncer(child, folder, own.href);
    await until(() => pooler.takesConnections(), 10_000);
    return pooler;
  }

  async stop(): Promise<void> {
    const ended = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await ended;
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async takesConnections(): Promise<boolean> {
    const client = new Client({ connectionString: this.url }).on('error', () => undefined);
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
