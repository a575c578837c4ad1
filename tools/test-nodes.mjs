// Runs the unit tests and one e2e file, with its start of two servers, on the other versions of Node that we support: npm run test:nodes [major …].
// The npm package `node` brings each version's binary; everything below runs with it, including the servers that the tests start.
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const MAJORS = process.argv.length > 2 ? process.argv.slice(2) : ['22', '24'];
const JEST = resolve('node_modules/jest/bin/jest.js');
const E2E = 'test/e2e/cross/one-ledger';

function run(command, args, cwd = process.cwd()) {
  const { status, error } = spawnSync(command, args, { cwd, stdio: 'inherit' });
  return error === undefined && status === 0;
}

/** The path of that version's binary, installed once per checkout; null if it cannot be installed. */
function install(major) {
  const folder = resolve(`node_modules/.cache/nodes/${major}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const args = [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    '--loglevel=error',
    `node@${major}`,
  ];
  return run('npm', args, folder) ? join(folder, 'node_modules/node/bin/node') : null;
}

function test(node) {
  run(node, ['--version']);
  return (
    run(node, [JEST, '--selectProjects=unit', '--silent']) &&
    run(node, [JEST, '--selectProjects=e2e', `--testPathPatterns=${E2E}`])
  );
}

if (!run(process.execPath, ['tools/build-if-stale.mjs'])) process.exit(1);
const failed = MAJORS.filter((major) => {
  const node = install(major);
  return node === null || !test(node);
});
console.log(
  failed.length === 0 ? `passed on Node ${MAJORS.join(' and ')}` : `failed on Node ${failed.join(', ')}`,
);
process.exitCode = failed.length === 0 ? 0 : 1;
