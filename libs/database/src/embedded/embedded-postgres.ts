import { urlOf } from './connection';
import { DataFolder, type Identity } from './data-folder';
import { stopPostmaster } from './postmaster';
import { runPostgres, type Report } from './run-postgres';
import { withLock } from './start-lock';
import { Users } from './users';
import { watchPostgres } from './watch-postgres';

/** A running Postgres of our own. */
export interface RunningPostgres {
  readonly url: string;
  /** This process needs it no longer: the last one out stops it. */
  stop(): Promise<void>;
}

/**
 * A real Postgres from npm, its data under `dataDir`, for every process that asks for it there. Where it ends by itself, one of
 * them starts it again. `report` is told what takes a while. @throws Error with one clear line where it cannot run
 */
export async function startEmbeddedPostgres(
  dataDir: string,
  report: Report = () => undefined,
): Promise<RunningPostgres> {
  const use = new PostgresUse(new DataFolder(dataDir), report);
  const identity = await use.join();
  return { url: urlOf(identity), stop: () => use.leave() };
}

/** One process' use of a folder's Postgres. Whoever comes, mends or goes does so under the folder's lock. */
class PostgresUse {
  private readonly users: Users;
  private stopWatching = (): void => undefined;
  private isOver = false;

  constructor(
    private readonly folder: DataFolder,
    private readonly report: Report,
  ) {
    this.users = new Users(folder.users);
  }

  async join(): Promise<Identity> {
    const { folder, report, users } = this;
    const identity = await withLock(folder.lock, async () => {
      // The pools of others know its port.
      const mayMove = !users.haveOthers();
      users.join();
      try {
        return await runPostgres(folder, { mayMove, report });
      } catch (error) {
        await this.goOut();
        throw error;
      }
    });
    this.stopWatching = watchPostgres(folder, () => this.mend(), report);
    return identity;
  }

  async leave(): Promise<void> {
    if (this.isOver) return;
    this.isOver = true;
    this.stopWatching();
    await withLock(this.folder.lock, () => this.goOut());
  }

  private mend(): Promise<void> {
    return withLock(this.folder.lock, async () => {
      if (!this.isOver) await runPostgres(this.folder, { mayMove: false, report: this.report });
    });
  }

  private async goOut(): Promise<void> {
    this.users.leave();
    if (!this.users.haveOthers()) await stopPostmaster(this.folder.cluster);
  }
}
