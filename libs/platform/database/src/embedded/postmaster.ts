import { readFileSync, rmSync, statSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, processMark } from './process-mark';

/** A Postgres that is running on a cluster folder. */
export interface Postmaster {
  /** Identifies the process, even if its pid is reused later. */
  readonly mark: string;
  readonly pid: number;
  readonly port: number;
}

/**
 * Finds the Postgres running on a cluster, whichever process started it. postmaster.pid counts only if its folder and process are
 * this cluster's: a copied file names the original's folder, and its pid may have been reused.
 */
export function findPostmaster(cluster: string): Postmaster | null {
  const [pid = '', folder = '', , port = ''] = pidFile(cluster);
  const mark = processMark(Number(pid));
  if (mark === null || !isSameFolder(folder, cluster) || !runsPostgresIn(Number(pid), cluster)) return null;
  return { mark, pid: Number(pid), port: Number(port) };
}

const pathOfPidFile = (cluster: string): string => join(cluster, 'postmaster.pid');

/** The lines of postmaster.pid: pid, folder, start time, port … */
function pidFile(cluster: string): string[] {
  try {
    return readFileSync(pathOfPidFile(cluster), 'utf8').split('\n');
  } catch {
    return [];
  }
}

// Postgres creates the file a moment before it writes it.
const WRITTEN_MS = 200;

/**
 * Removes a postmaster.pid that prevents a start: one without a pid, or with the pid of another live program. A dead pid is left
 * to Postgres, which also checks its shared memory.
 */
export async function removeStrayPidFile(cluster: string): Promise<void> {
  if (hasNoPid(cluster)) await pause(WRITTEN_MS);
  const [pid = ''] = pidFile(cluster);
  const isOtherProgram = processMark(Number(pid)) !== null && findPostmaster(cluster) === null;
  if (isOtherProgram || hasNoPid(cluster)) rmSync(pathOfPidFile(cluster), { force: true });
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

/** For containers that hide the working folder of another user's process. */
function argumentsOf(pid: number): string[] {
  return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
}

// A fast shutdown ends sessions and writes a checkpoint; if that takes longer, it is killed and recovers at the next start.
const STOP_MS = 12_000;
const QUIT_MS = 3_000;
const POLL_MS = 25;

export async function stopPostmaster(cluster: string): Promise<void> {
  const running = findPostmaster(cluster);
  if (running === null) return;
  process.kill(running.pid, 'SIGINT');
  if (await hasEnded(running, STOP_MS)) return;
  process.kill(running.pid, 'SIGQUIT');
  // Nothing more can be done if it is still running.
  void (await hasEnded(running, QUIT_MS));
}

async function hasEnded({ mark }: Postmaster, withinMs: number): Promise<boolean> {
  for (const until = Date.now() + withinMs; Date.now() < until; await pause(POLL_MS)) {
    if (!isRunning(mark)) return true;
  }
  return !isRunning(mark);
}
