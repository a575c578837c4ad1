import { readFileSync, rmSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, processMark } from './process-mark';

/** A Postgres that runs on a cluster folder. */
export interface Postmaster {
  readonly mark: string;
  readonly pid: number;
  readonly port: number;
}

/**
 * The Postgres that runs on a cluster, by whomever it was started. What postmaster.pid says is believed only where the folder
 * it names and the process are this cluster's: a copied file names the original's, and a pid may be another program's by now.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const [pid = '', folder = '', , port = ''] = pidFile(cluster);
  const mark = processMark(Number(pid));
  if (mark === null || !isSameFolder(folder, cluster) || !runsPostgresIn(Number(pid), cluster)) return null;
  return { mark, pid: Number(pid), port: Number(port) };
}

const pathOfPidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The lines of postmaster.pid: pid, folder, time of start, port … */
function pidFile(cluster: string): string[] {
  try {
    return readFileSync(pathOfPidFile(cluster), 'utf8').split('\n');
  } catch {
    return [];
  }
}

// Postgres makes the file and writes it a moment later.
const WRITTEN_MS = 200;

/**
 * Removes a postmaster.pid that Postgres would refuse to start with: one without a pid, and one with the pid of another live
 * program. A dead pid is Postgres' own to judge: it looks at its shared memory too.
 */
export async function removeStrayPidFile(cluster: string): Promise<void> {
  if (hasNoPid(cluster)) await pause(WRITTEN_MS);
  const [pid = ''] = pidFile(cluster);
  const isAnother = processMark(Number(pid)) !== null && findPostmaster(cluster) === null;
  if (isAnother || hasNoPid(cluster)) rmSync(pathOfPidFile(cluster), { force: true });
}

function hasNoPid(cluster: string): boolean {
  const [pid = '1'] = pidFile(cluster);
  return !/^-?[1-9]/.test(pid);
}

export function isSameFolder(one: string, other: string): boolean {
  try {
    const [a, b] = [statSync(one), statSync(other)];
    return a.dev === b.dev && a.ino === b.ino;
  } catch {
    return false;
  }
}

function runsPostgresIn(pid: number, cluster: string): boolean {
  try {
    if (platform() !== 'linux')
      return execFileSync('ps', ['-ww', '-o', 'args=', '-p', `${pid}`])
        .toString()
        .includes(cluster);
    if (readFileSync(`/proc/${pid}/comm`, 'utf8').trim() !== 'postgres') return false;
    return isSameFolder(`/proc/${pid}/cwd`, cluster) || argumentsOf(pid).includes(cluster);
  } catch {
    return false;
  }
}

/** Where a container hides the working folder of another user's process, these still tell. */
function argumentsOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
}

// A fast stop ends sessions and writes a checkpoint; one that takes longer is cut short, and recovers at its next start.
const STOP_MS = 12_000;
const CUT_SHORT_MS = 3_000;
const POLL_MS = 25;

export async function stopPostmaster(cluster: string): Promise<void> {
  const running = findPostmaster(cluster);
  if (running === null) return;
  process.kill(running.pid, 'SIGINT');
  if (await hasEnded(running, STOP_MS)) return;
  process.kill(running.pid, 'SIGQUIT');
  // Whether it has or not, no more can be done.
  void (await hasEnded(running, CUT_SHORT_MS));
}

async function hasEnded({ mark }: Postmaster, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(POLL_MS)) {
    if (!isRunning(mark)) return true;
  }
  return !isRunning(mark);
}
