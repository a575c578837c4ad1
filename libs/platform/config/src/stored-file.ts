import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, syncFolder, writeDurably } from '@tandem/files';
import { SettingsError } from './settings-error';

/** Null where the file is not there. @throws SettingsError where it cannot be read */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new SettingsError(`TANDEM_DATA_DIR: ${file} cannot be read (${reasonOf(error)})`);
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
    if (errorCode(error) !== 'EEXIST')
      throw new SettingsError(`TANDEM_DATA_DIR: ${file} cannot be written (${reasonOf(error)})`);
  } finally {
    rmSync(draft, { force: true });
  }
  return readText(file) ?? text;
}

const WITHOUT_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** By a link, for a rename would put a second process's text in the place of the first's; some disks have no links. */
function putInPlace(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!WITHOUT_LINKS.has(errorCode(error))) throw error;
    renameSync(draft, file);
  }
}

const reasonOf = (error: unknown): string => errorCode(error) || String(error);
