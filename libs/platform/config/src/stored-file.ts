import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode, syncFolder, writeDurably } from '@tandem/files';
import { SettingsError } from './settings-error';

/** Null if the file does not exist. @throws SettingsError if it cannot be read */
export function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw new SettingsError(`TANDEM_DATA_DIR: ${file} cannot be read (${reasonOf(error)})`);
  }
}

/**
 * Writes a file readable only by its owner, atomically: after a power cut it is complete or absent. Of two concurrent processes
 * one creates it; both return its text. @throws SettingsError if it cannot be written
 */
export function createOnce(file: string, text: string): string {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeDurably(draft, text);
    moveIntoPlace(draft, file);
    syncFolder(dirname(file));
  } catch (error) {
    if (errorCode(error) !== 'EEXIST')
      throw new SettingsError(`TANDEM_DATA_DIR: ${file} cannot be written (${reasonOf(error)})`);
  } finally {
    rmSync(draft, { force: true });
  }
  return readText(file) ?? text;
}

const LINKS_UNSUPPORTED = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Uses a link, because a rename would overwrite a file that another process has just created; some file systems have no links.
 */
function moveIntoPlace(draft: string, file: string): void {
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!LINKS_UNSUPPORTED.has(errorCode(error))) throw error;
    renameSync(draft, file);
  }
}

const reasonOf = (error: unknown): string => errorCode(error) || String(error);
