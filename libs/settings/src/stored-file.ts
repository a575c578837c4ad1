import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fchownSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { dirname } from 'node:path';
import { SettingsError } from './settings-error';

/** Null where the file is not there. @throws SettingsError where it cannot be read */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw new SettingsError(`TANDEM_DATA_DIR: ${file} cannot be read (${codeOf(error)})`);
  }
}

/**
 * Writes a file that nobody but its owner reads, whole or not at all: after a power cut it is there with its text, or it
 * is not there. Of two processes at once one makes it; both get its text. @throws SettingsError where it cannot be written
 */
export function createOnce(file: string, text: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeDurably(draft, text);
    putInPlace(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (codeOf(error) !== 'EEXIST')
      throw new SettingsError(`TANDEM_DATA_DIR: ${file} cannot be written (${codeOf(error)})`);
  } finally {
    rmSync(draft, { force: true });
  }
  return readText(file) ?? text;
}

function writeDurably(file: string, text: string): void {
  const descriptor = openSync(file, 'wx', 0o600);
  try {
    writeFileSync(descriptor, text);
    giveToOwner(descriptor, dirname(file));
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** What root writes into another user's folder is that user's, who may start without root the next time. */
function giveToOwner(descriptor: number, folder: string): void {
  if (userInfo().uid !== 0) return;
  const { uid, gid } = statSync(folder);
  try {
    fchownSync(descriptor, uid, gid);
  } catch {
    // A disk without owners, or a container whose root may not do it.
  }
}

const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** By a link, for a rename would put a second process's text in the place of the first's; some disks have no links. */
function putInPlace(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!WITHOUT_LINKS.has(codeOf(error))) throw error;
    renameSync(draft, file);
  }
}

/** A new name is on the disk once its folder is. */
function syncFolder(folder: string): void {
  const descriptor = openSync(folder, 'r');
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
