import { randomBytes } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { syncFolder, writeDurably } from '@tandem/files';
import { propertiesOf } from '@tandem/objects';

export const USER = 'tandem';
export const DATABASE = 'tandem';

/** Port and password of a folder's Postgres. Stored, so that every process can connect. */
export interface Identity {
  readonly port: number;
  readonly password: string;
}

/** The paths of the embedded Postgres in a data folder. */
export class DataFolder {
  readonly home: string;
  readonly cluster: string;
  readonly lock: string;
  readonly users: string;
  readonly log: string;
  private readonly file: string;

  /** @throws Error that names the setting, if the folder cannot be created */
  constructor(dataDir: string) {
    this.home = createFolder(dataDir);
    this.cluster = join(this.home, 'postgres');
    this.lock = join(this.home, 'postgres.lock');
    this.users = join(this.home, 'postgres.users');
    this.log = join(this.home, 'postgres.log');
    this.file = join(this.home, 'postgres.json');
  }

  get hasCluster(): boolean {
    return existsSync(join(this.cluster, 'global', 'pg_control'));
  }

  /**
   * A copied folder gets its own port, even while the original is stopped, because the original's servers reconnect to theirs
   * with the same password. @throws Error if the password is lost
   */
  async identity(): Promise<Identity> {
    const stored = this.read();
    if (stored === null) {
      if (this.hasCluster)
        throw new Error(`${this.file}, which contains the password of the database, is missing or damaged`);
      return this.write({ port: await freePort(), password: randomBytes(24).toString('hex') });
    }
    if (stored.folder === this.home) return stored;
    const isCopy = stored.folder !== undefined;
    return this.write({ ...stored, port: isCopy ? await freePort() : stored.port });
  }

  /** Changes the port. */
  async move({ password }: Identity): Promise<Identity> {
    return this.write({ password, port: await freePort() });
  }

  /** The password of the running Postgres; null if lost. */
  get password(): string | null {
    return this.read()?.password ?? null;
  }

  private read(): (Identity & { readonly folder?: string }) | null {
    try {
      const { port, password, folder } = propertiesOf(JSON.parse(readFileSync(this.file, 'utf8')));
      if (typeof port !== 'number' || typeof password !== 'string') return null;
      return { port, password, ...(typeof folder === 'string' && { folder }) };
    } catch {
      return null;
    }
  }

  /** Atomic, also across a power cut. */
  private write(identity: Identity): Identity {
    const draft = `${this.file}.new`;
    rmSync(draft, { force: true });
    writeDurably(draft, JSON.stringify({ ...identity, folder: this.home }));
    renameSync(draft, this.file);
    syncFolder(this.home);
    return identity;
  }
}

function createFolder(dataDir: string): string {
  const folder = resolve(dataDir);
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return realpathSync(folder);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`TANDEM_DATA_DIR is not a writable folder: ${reason}`, { cause: error });
  }
}

// Below the ephemeral ports, so that no outgoing connection takes the port while Postgres is down.
const PORTS = { from: 15_000, to: 32_000 };

async function freePort(): Promise<number> {
  for (;;) {
    const port = PORTS.from + Math.floor(Math.random() * (PORTS.to - PORTS.from));
    if (await isFree(port)) return port;
  }
}

export function isFree(port: number): Promise<boolean> {
  return new Promise((report) => {
    const probe = createServer().once('error', () => report(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => report(true)));
  });
}
