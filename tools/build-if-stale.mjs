// Builds if a source is newer than the build. Prints to stderr, so that stdout has only the output of the next command.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';

const BUILT = 'dist/apps/api/src/main.js';
const SOURCES = [
  'apps',
  'libs',
  'test/bench',
  'nest-cli.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'package.json',
];

function newest(path) {
  const found = statSync(path);
  return found.isDirectory()
    ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))))
    : found.mtimeMs;
}

const isStale = !existsSync(BUILT) || Math.max(...SOURCES.map(newest)) > statSync(BUILT).mtimeMs;
if (isStale) {
  process.stderr.write('tandem: building, once after a change: this may take half a minute\n');
  const nest = join('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');
  const { status } = spawnSync(process.execPath, [nest, 'build', 'api'], { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(status ?? 1);
  utimesSync(BUILT, new Date(), new Date());
}
