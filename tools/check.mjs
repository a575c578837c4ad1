// Runs all of CI's checks except the tests: npm run check. Runs every check even after a failure; exits 1 if any failed.
import { spawn } from 'node:child_process';

const npmRun = (script) =>
  new Promise((done) => {
    const child = spawn('npm', ['run', '--silent', script], { stdio: 'inherit' });
    child.once('exit', (code) => done({ script, failed: code !== 0 }));
  });

async function inOrder(scripts) {
  const results = [];
  for (const script of scripts) results.push(await npmRun(script));
  return results;
}

// eslint takes as long as all the others together.
const results = await Promise.all([
  npmRun('lint'),
  inOrder(['format:check', 'typecheck', 'imports', 'house', 'words', 'docs:check']),
]);
const failed = results
  .flat()
  .filter(({ failed }) => failed)
  .map(({ script }) => `npm run ${script}`);
console.log(failed.length === 0 ? 'check: passed' : `check: failed: ${failed.join(', ')}`);
process.exitCode = failed.length === 0 ? 0 : 1;
