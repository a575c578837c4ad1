import { setTimeout as pause } from 'node:timers/promises';
import { readinessOf } from './connection';
import { isFree, type DataFolder, type Identity } from './data-folder';
import { createCluster } from './create-cluster';
import { spawnPostgres, type StartedPostgres } from './postgres-process';
import { findPostmaster, removeStrayPidFile } from './postmaster';

// How long to wait for a Postgres that does not listen yet, and for another one on the folder to end.
const WAIT_MS = 120_000;
const POLL_MS = 100;
const REPORT_MS = 3_000;

/** Reports slow steps, one line each. */
export type Report = (line: string) => void;

export interface StartConditions {
  /** Whether the port may change: only if no other process has a pool on it. */
  readonly mayChangePort: boolean;
  readonly report: Report;
  /** Whether the start was canceled. */
  isStopped(): boolean;
}

const STOPPED = 'the start was stopped';
const ENDED = 'it exited during the wait';

// After a crash, Postgres's sessions end a moment later. A Postgres whose starting process was killed may be coming up, and one
// whose last user was killed while stopping it may be shutting down.
const OTHER_RUNNING = new RegExp(`shared memory block|lock file "postmaster.pid" already exists|${ENDED}`);

/** Call under the folder's lock: finds the running Postgres, or starts it, creating it if needed. @throws Error in one line */
export async function runPostgres(folder: DataFolder, startConditions: StartConditions): Promise<Identity> {
  for (const until = Date.now() + WAIT_MS; ; await pause(POLL_MS)) {
    try {
      return (await findRunning(folder, startConditions)) ?? (await start(folder, startConditions));
    } catch (error) {
      const isOtherRunning = error instanceof Error && OTHER_RUNNING.test(error.message);
      if (!isOtherRunning || Date.now() > until) throw error;
    }
  }
}

async function findRunning(folder: DataFolder, startConditions: StartConditions): Promise<Identity | null> {
  const { password } = folder;
  const running = findPostmaster(folder.cluster);
  if (running === null || password === null) return null;
  const identity = { port: running.port, password };
  const hasEnded = (): boolean => findPostmaster(folder.cluster) === null;
  await untilReady({ folder, identity, startConditions }, { hasEnded, logTail: () => ENDED });
  return identity;
}

async function start(folder: DataFolder, startConditions: StartConditions): Promise<Identity> {
  const stored = await folder.identity();
  if (!folder.hasCluster) {
    startConditions.report(`creating the database in ${folder.home}, once: this may take half a minute`);
    await createCluster(folder, stored.password);
  }
  startConditions.report(`starting Postgres in ${folder.home}`);
  const identity = await withFreePort(folder, stored, startConditions);
  await removeStrayPidFile(folder.cluster);
  if (startConditions.isStopped()) throw new Error(STOPPED);
  await untilReady({ folder, identity, startConditions }, spawnPostgres(folder, identity.port));
  return identity;
}

async function withFreePort(
  folder: DataFolder,
  identity: Identity,
  { mayChangePort: mayChangeOwner }: StartConditions,
): Promise<Identity> {
  if (await isFree(identity.port)) return identity;
  if (mayChangeOwner) return folder.move(identity);
  throw new Error(`another program uses port ${identity.port}, which the Postgres of ${folder.home} used`);
}

interface Wait {
  readonly folder: DataFolder;
  readonly identity: Identity;
  readonly startConditions: StartConditions;
}

/** Waits as long as a starting or recovering Postgres is alive: an interrupted recovery starts over, and would never finish. */
async function untilReady(wait: Wait, started: StartedPostgres): Promise<void> {
  const { folder, identity, startConditions } = wait;
  let reportAt = Date.now() + REPORT_MS;
  for (let until = Date.now() + WAIT_MS; Date.now() < until; await pause(POLL_MS)) {
    const readiness = await readinessOf(folder, identity);
    if (readiness === 'ready') return;
    if (startConditions.isStopped()) throw new Error(STOPPED);
    if (started.hasEnded()) throw new Error(`the embedded Postgres did not start: ${started.logTail()}`);
    if (readiness === 'not ready') until = Date.now() + WAIT_MS;
    if (Date.now() < reportAt) continue;
    startConditions.report(`waiting for Postgres in ${folder.home}, which is recovering or slow`);
    reportAt = Date.now() + REPORT_MS;
  }
  throw new Error(`the embedded Postgres did not listen within ${WAIT_MS / 1000} s: ${started.logTail()}`);
}
