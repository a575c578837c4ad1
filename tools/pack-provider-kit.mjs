// Builds @tandem/provider-kit and packs it: node tools/pack-provider-kit.mjs [folder]. Prints the tarball's path.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const kit = join(root, 'libs', 'provider-kit');
const target = resolve(process.argv[2] ?? join(root, 'dist'));
// Outside the repository, because jest fails on a second package.json with the same name, and two processes may pack at once.
const stage = mkdtempSync(join(tmpdir(), 'provider-kit-'));

function run(command, args) {
  const { status, stdout } = spawnSync(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    encoding: 'utf8',
  });
  if (status === 0) return stdout.trim();
  process.stderr.write(stdout);
  throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

try {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  run(process.execPath, [tsc, '-p', join(kit, 'tsconfig.package.json'), '--outDir', join(stage, 'dist')]);
  for (const name of ['package.json', 'README.md']) copyFileSync(join(kit, name), join(stage, name));
  mkdirSync(target, { recursive: true });
  const packed = JSON.parse(run('npm', ['pack', stage, '--json', '--pack-destination', target]));
  const [{ filename }] = Array.isArray(packed) ? packed : Object.values(packed);
  console.log(join(target, filename));
} finally {
  rmSync(stage, { recursive: true, force: true });
}
