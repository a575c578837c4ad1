import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const WAIT_MS = 60_000;

/** Whether a process of this machine lives. One we may not signal lives. */
export function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Two processes that start at once: one starts the server, the other waits and uses it. A dead one's lock is taken. */
export async function withStartLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  for (const until = Date.now() + WAIT_MS; !take(file); await pause(50)) {
    if (Date.now() > until)
      throw new Error(`another process has been starting Postgres for a minute (${file})`);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function take(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isAlive(holderOf(file))) rmSync(file, { force: true });
    return false;
  }
}

function holderOf(file: string): number {
  try {
    // An empty file is one that its holder is writing just now.
    return Number(readFileSync(file, 'utf8')) || process.pid;
  } catch {
    return process.pid;
  }
}
