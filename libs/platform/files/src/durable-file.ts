import { closeSync, fsyncSync, lchownSync, openSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/** Writes a new file readable only by its owner, and flushes it to disk. @throws Error EEXIST if it exists */
export function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
    chownLike(file, dirname(file));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Flushes a folder, so that its new file names survive a crash. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What root writes into another user's folder is given to that user, who may start without root next time. */
export function chownLike(path: string, folder: string): void {
  if (userInfo().uid !== 0) return;
  const { uid, gid } = statSync(folder);
  try {
    lchownSync(path, uid, gid);
  } catch {
    // A file system without owners, or a container whose root may not change them.
  }
}
