import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { errorCode, chownLike } from '@tandem/files';
import { isRunningIn, ownMarkIn } from './process-mark';

/**
 * The processes that use a folder's Postgres, one file each, accessed under the folder's lock. A killed process leaves its file,
 * whose mark then names no running process.
 */
export class Users {
  private readonly own = randomBytes(8).toString('hex');

  constructor(private readonly folder: string) {}

  join(): void {
    this.createFolder();
    const file = join(this.folder, this.own);
    writeFileSync(file, ownMarkIn(this.folder), { mode: 0o644 });
    chownLike(file, this.folder);
  }

  leave(): void {
    rmSync(join(this.folder, this.own), { force: true });
  }

  /** Whether another process uses it; removes the files of ended ones. */
  haveOthers(): boolean {
    this.createFolder();
    const others = readdirSync(this.folder).filter((name) => name !== this.own);
    const running = others.filter((name) => this.isInUse(name));
    for (const name of others.filter((other) => !running.includes(other)))
      rmSync(join(this.folder, name), { recursive: true, force: true });
    return running.length > 0;
  }

  private createFolder(): void {
    if (mkdirSync(this.folder, { recursive: true })) chownLike(this.folder, dirname(this.folder));
  }

  /** An unreadable file may belong to a running process. */
  private isInUse(name: string): boolean {
    try {
      return isRunningIn(this.folder, readFileSync(join(this.folder, name), 'utf8'));
    } catch (error) {
      return !['ENOENT', 'EISDIR'].includes(errorCode(error));
    }
  }
}
