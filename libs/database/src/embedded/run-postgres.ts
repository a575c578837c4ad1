import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isReady } from './connection';
import { isFree, type DataFolder, type Identity } from './data-folder';
import { makeCluster } from './make-cluster';
import { spawnPostgres, type StartedPostgres } from './postgres-process';
import { findPostmaster } from './postmaster';

// What was written since the last checkpoint (1 GB at most) is read again after a crash: on a slow disk, a minute.
const READY_MS = 120_000;
const POLL_MS = 100;

/** Told what takes a while, one line each. */
export type Report = (line: string) => void;

export interface Circumstances {
  /** Another port will do: no process has told its pool the one of before. */
  readonly mayMove: boolean;
  readonly report: Report;
}

const ENDED = 'it ended while it was waited for';

// Sessions of a Postgres that was killed end by themselves, a moment after it. One whose starter was killed may come up just now, and
// one whose last user was killed while stopping it may be going down.
const IN_THE_WAY = new RegExp(`shared memory block|lock file "postmaster.pid" already exists|${ENDED}`);

/** Under the folder's lock: the Postgres that runs on it, or else one that is started, or made. @throws Error in one line */
export async function runPostgres(folder: DataFolder, circumstances: Circumstances): Promise<Identity> {
  for (const until = Date.now() + READY_MS; ; await pause(POLL_MS)) {
    try {
      return (await findRunning(folder)) ?? (await start(folder, circumstances));
    } catch (error) {
      const isInTheWay = error instanceof Error && IN_THE_WAY.test(error.message);
      if (!isInTheWay || Date.now() > until) throw error;
    }
  }
}

async function findRunning(folder: DataFolder): Promise<Identity | null> {
  const { password } = folder;
  const running = findPostmaster(folder.cluster);
  if (running === null || password === null) return null;
  const identity = { port: running.port, password };
  const hasEnded = (): boolean => findPostmaster(folder.cluster) === null;
  await untilReady(folder, identity, { hasEnded, lastWords: () => ENDED });
  return identity;
}

async function start(folder: DataFolder, circumstances: Circumstances): Promise<Identity> {
  const stored = await folder.identity();
  if (!folder.hasCluster) {
    circumstances.report(`making the database in ${folder.home}, once: this may take half a minute`);
    await makeCluster(folder, stored.password);
  }
  circumstances.report(`starting Postgres in ${folder.home}`);
  const identity = await withFreePort(folder, stored, circumstances);
  // It names no Postgres of this folder; Postgres takes every live process that it names for one.
  rmSync(join(folder.cluster, 'postmaster.pid'), { force: true });
  await untilReady(folder, identity, spawnPostgres(folder, identity.port));
  return identity;
}

async function withFreePort(
  folder: DataFolder,
  identity: Identity,
  { mayMove }: Circumstances,
): Promise<Identity> {
  if (await isFree(identity.port)) return identity;
  if (mayMove) return folder.move(identity);
  throw new Error(
    `another program has taken port ${identity.port}, where the Postgres of ${folder.home} was`,
  );
}

async function untilReady(folder: DataFolder, identity: Identity, started: StartedPostgres): Promise<void> {
  for (const until = Date.now() + READY_MS; Date.now() < until; await pause(POLL_MS)) {
    if (await isReady(folder, identity)) return;
    if (started.hasEnded()) throw new Error(`the embedded Postgres did not start: ${started.lastWords()}`);
  }
  throw new Error(`the embedded Postgres was not ready within ${READY_MS / 1000} s: ${started.lastWords()}`);
}
