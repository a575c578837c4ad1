import { closeSync, fsyncSync, lchownSync, openSync, statSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';

/** Writes a new file that nobody but its owner reads; its text is on the disk when this returns. @throws Error EEXIST where it is there */
export function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
    giveToOwner(file, dirname(file));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** A new name is on the disk once its folder is. */
export function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What root writes into another user's folder is that user's, who may start without root the next time. */
export function giveToOwner(path: string, folder: string): void {
  if (userInfo().uid !== 0) return;
  const { uid, gid } = statSync(folder);
  try {
    lchownSync(path, uid, gid);
  } catch {
    // A disk without owners, or a container whose root may not do it.
  }
}
