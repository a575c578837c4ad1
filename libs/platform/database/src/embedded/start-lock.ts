import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '@tandem/files';
import { isRunningIn, ownMarkIn } from './process-mark';

// Longer than a first start, a usual recovery and a stop together, since the lock's owner is alive.
const WAIT_MS = 300_000;
const POLL_MS = 25;

/**
 * Runs `work` while no other process changes the folder. The lock is a symbolic link whose target is its owner's mark, so it is
 * created atomically with its text. A lock of a dead process, or with any other content, is replaced.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const until = Date.now() + WAIT_MS;
  while (!tryLock(file)) {
    if (Date.now() > until)
      throw new Error(`another process has locked ${file} for ${WAIT_MS / 60_000} minutes`);
    await pause(POLL_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  if (create(file)) return true;
  const holder = textOf(file);
  if (holder === null || isRunningIn(dirname(file), markIn(holder))) return false;
  return replaceDead(file, holder);
}

/**
 * If two processes saw a dead owner and both replaced its lock, the second would remove the first's new lock. So a lock named
 * after the dead owner is taken first, and the owner is checked again under it.
 */
function replaceDead(file: string, holder: string): boolean {
  const holderLock = `${file}.${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;
  if (!tryLock(holderLock)) return false;
  try {
    if (textOf(file) !== holder) return false;
    rmSync(file, { recursive: true, force: true });
    return create(file);
  } finally {
    rmSync(holderLock, { force: true });
  }
}

/** Each lock has unique text, even for two of one process. */
function create(file: string): boolean {
  try {
    symlinkSync(`${ownMarkIn(dirname(file))} ${randomBytes(8).toString('hex')}`, file);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

const markIn = (holder: string): string => holder.slice(0, Math.max(0, holder.lastIndexOf(' ')));

/** Null if it does not exist; '' for unreadable content. */
function textOf(file: string): string | null {
  for (const read of [() => readlinkSync(file), () => readFileSync(file, 'utf8')]) {
    try {
      return read();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return null;
    }
  }
  return '';
}
