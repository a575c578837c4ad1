import { urlOf } from './connection';
import { DataFolder, type Identity } from './data-folder';
import { stopPostmaster } from './postmaster';
import { runPostgres, type StartConditions, type Report } from './run-postgres';
import { withLock } from './start-lock';
import { Users } from './users';
import { watchPostgres } from './watch-postgres';

/** A running embedded Postgres. */
export interface RunningPostgres {
  readonly url: string;
  /** Releases it; the last process to do so stops Postgres. */
  stop(): Promise<void>;
}

/**
 * A real Postgres from npm with its data under `dataDir`, shared by all processes that start it there. If it crashes, one of them
 * restarts it. `report` receives a line about slow steps. @throws Error in one line if it cannot run
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  report: Report = () => undefined,
): Promise<RunningPostgres> {
  const postgres = new EmbeddedPostgres(dataDir, report);
  return { url: await postgres.start(), stop: () => postgres.stop() };
}

/** One process's use of a folder's Postgres. Joins, repairs and leaves under the folder's lock. */
export class EmbeddedPostgres {
  private readonly folder: DataFolder;
  private readonly users: Users;
  private stopWatching = (): void => undefined;
  /** Whether this process has the folder's lock. */
  private hasLock = false;
  private hasJoined = false;
  private stopped: Promise<void> | null = null;

  constructor(
    dataDir: string,
    private readonly report: Report,
  ) {
    this.folder = new DataFolder(dataDir);
    this.users = new Users(this.folder.users);
  }

  /** Returns its connection URL. */
  async start(): Promise<string> {
    const identity = await this.withFolderLock(() => this.join());
    this.stopWatching = watchPostgres(this.folder, () => this.repair(), this.report);
    return urlOf(identity);
  }

  /** Can be called during start, which then fails. */
  stop(): Promise<void> {
    return (this.stopped ??= this.leave());
  }

  private async join(): Promise<Identity> {
    if (this.stopped) throw new Error('the start was stopped');
    // Other processes' pools use its port.
    const mayChangePort = !this.users.haveOthers();
    this.users.join();
    this.hasJoined = true;
    try {
      return await runPostgres(this.folder, this.startConditions(mayChangePort));
    } catch (error) {
      await this.release();
      throw error;
    }
  }

  private async leave(): Promise<void> {
    this.stopWatching();
    // If this process has the lock, it would be released only after the running start or repair: use it directly.
    if (this.hasLock) await this.release();
    else if (this.hasJoined) await this.withFolderLock(() => this.release());
  }

  private repair(): Promise<void> {
    return this.withFolderLock(async () => {
      if (!this.stopped) await runPostgres(this.folder, this.startConditions(false));
    });
  }

  private startConditions(mayChangePort: boolean): StartConditions {
    return { mayChangePort, report: this.report, isStopped: () => this.stopped !== null };
  }

  private async release(): Promise<void> {
    this.hasJoined = false;
    this.users.leave();
    if (!this.users.haveOthers()) await stopPostmaster(this.folder.cluster);
  }

  private withFolderLock<T>(work: () => Promise<T>): Promise<T> {
    return withLock(this.folder.lock, async () => {
      this.hasLock = true;
      try {
        return await work();
      } finally {
        this.hasLock = false;
      }
    });
  }
}
