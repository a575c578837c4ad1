import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { errorCode } from '@tandem/files';
import { isRunningIn, ownMarkIn } from './process-mark';

// Longer than a first start, a usual recovery and a stop take together: the holder is known to run.
const WAIT_MS = 300_000;
const POLL_MS = 25;

/**
 * Runs `work` while no other process changes the folder. The lock is a symbolic link that points to its holder's mark: it is
 * made in one step, so it is never there without its text. One whose holder has ended, or that is anything else, is replaced.
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
 * Two processes that both see a dead holder must not both replace it: the second would remove the first's lock. So a lock of
 * this one holder's comes first, and the holder is looked at again under it.
 */
function replaceDead(file: string, holder: string): boolean {
  const ofHolder = `${file}.${createHash('sha256').update(holder).digest('hex').slice(0, 16)}`;
  if (!tryLock(ofHolder)) return false;
  try {
    if (textOf(file) !== holder) return false;
    rmSync(file, { recursive: true, force: true });
    return create(file);
  } finally {
    rmSync(ofHolder, { force: true });
  }
}

/** Each lock has a text of its own, also of two that one process takes one after the other. */
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

/** Null where there is nothing; '' for what has no text. */
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
