import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRunningIn, ownMarkIn } from './process-mark';

/**
 * The processes that use a folder's Postgres, a file each. Read and written only under the folder's lock. One that was killed
 * leaves its file behind, whose mark then names no running process.
 */
export class Users {
  private readonly own = randomBytes(8).toString('hex');

  constructor(private readonly folder: string) {}

  join(): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, this.own), ownMarkIn(this.folder), { mode: 0o600 });
  }

  leave(): void {
    rmSync(join(this.folder, this.own), { force: true });
  }

  /** Whether anybody else uses it; the files of those that have ended are removed. */
  haveOthers(): boolean {
    mkdirSync(this.folder, { recursive: true });
    const others = readdirSync(this.folder).filter((name) => name !== this.own);
    const running = others.filter((name) => isRunningIn(this.folder, this.markOf(name)));
    for (const name of others.filter((other) => !running.includes(other)))
      rmSync(join(this.folder, name), { recursive: true, force: true });
    return running.length > 0;
  }

  private markOf(name: string): string {
    try {
      return readFileSync(join(this.folder, name), 'utf8');
    } catch {
      return '';
    }
  }
}
