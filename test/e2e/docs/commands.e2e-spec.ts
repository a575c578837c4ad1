import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brokenLinksIn, DOCUMENTS, fencedIn, inlineCodeIn } from '../../support/documents';
import { freePort } from '../../support/own-postgres';
import { until } from '../../support/target-server';

// Runs each command that the documents show, next to one server started by `npm start`.

const run = promisify(execFile);

// Two commands start their own servers, which takes long on a busy machine.
jest.setTimeout(240_000);

/** Documents whose commands another test runs, in its own environment. */
const RUN_ELSEWHERE: Readonly<Record<string, string>> = {
  'docs/guide-a-payment-provider.md': 'test/extension/acme-provider.e2e-spec.ts',
  'docs/stripe.md': 'test/e2e/docs/stripe-page.e2e-spec.ts',
};

/** Commands that are not run here, and why. */
const NOT_RUN: Readonly<Record<string, string>> = {
  'npm ci': '.ci/run begins with it, on a clean clone',
  'npm start': 'it runs once, for all documents',
  'npm test': 'it runs this test',
  'npm run test:unit': 'npm test runs every unit test',
  'npm run dev': 'it compiles everything again, for half a minute',
  'npm run check': '.ci/run runs it before the tests',
  'npm run bench': 'it measures for minutes',
  "npm run bench -- --quick --rows 'session create; 16' --against ../other-checkout":
    'it needs another checkout',
  'npm run bench -- --million --against ../checkout-of-865a1d2': 'it needs another checkout, and ten minutes',
  'npm run test:debug -- --selectProjects=unit --testPathPatterns=libs/platform/money':
    'it waits for a debugger',
};

const folder = mkdtempSync(join(tmpdir(), 'tandem-documents-'));
let server: ChildProcess;
let printed = '';
let env: Record<string, string>;

beforeAll(async () => {
  chmodSync(folder, 0o755);
  const { PATH = '', HOME = folder } = process.env;
  // A separate git repository, so that the commands do not configure this one.
  const git = { GIT_DIR: join(folder, 'git'), GIT_WORK_TREE: process.cwd() };
  const settings = { TANDEM_DATA_DIR: join(folder, 'data'), PORT: String(await freePort()) };
  env = { PATH, HOME, ...git, ...settings };
  await run('git', ['init', '--quiet'], { env });
  server = spawn('npm', ['start'], { env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [server.stdout, server.stderr])
    stream?.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await until(() => Promise.resolve(printed.includes('or through Medusa’s (200):\ncurl')), 90_000);
}, 120_000);

afterAll(async () => {
  if (server?.pid !== undefined && server.exitCode === null) {
    process.kill(-server.pid, 'SIGTERM');
    await once(server, 'exit');
  }
  rmSync(folder, { recursive: true, force: true });
});

const commandsIn = (path: string): string[] =>
  fencedIn(path).flatMap(({ language, text }) => (language === 'sh' ? [text] : []));

/** A document's commands as one script, without those in NOT_RUN. */
function scriptOf(path: string): string {
  return commandsIn(path)
    .join('\n')
    .split('\n')
    .map((line) =>
      line
        .split(' && ')
        .filter((command) => !Object.hasOwn(NOT_RUN, command))
        .join(' && '),
    )
    .join('\n');
}

/** The output of a document's script. */
async function outputOf(path: string): Promise<string> {
  const { stdout } = await run('bash', ['-euo', 'pipefail', '-c', scriptOf(path)], {
    env,
    maxBuffer: 10_000_000,
  });
  return stdout;
}

it('a start prints what the README shows', () => {
  const shown = fencedIn('README.md').find(({ text }) => text.includes('tandem: starting'))?.text ?? '';
  const lines = shown.trimEnd().split('\n').filter(Boolean);
  expect(lines.length).toBeGreaterThan(8);
  const port = env['PORT'] ?? '';
  for (const line of lines) {
    expect(printed.split('\n')).toContainEqual(expect.stringMatching(patternOf(line.replace('3000', port))));
  }
});

/** A pattern for a line in which … stands for any text. */
function patternOf(line: string): RegExp {
  const parts = line.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`);
}

it('the README’s first payment completes', async () => {
  expect(await outputOf('README.md')).toContain('"status":"completed"');
});

it('the first payment’s page works through both APIs, up to a capture, a refund and an order of the reader’s own', async () => {
  const output = await outputOf('docs/first-payment.md');
  for (const part of ['"status":"completed"', '"type":"order"', '"amount":40', '"amount":10', '39.8'])
    expect(output).toContain(part);
  expect(output).not.toMatch(/"(error|message)":/);
});

it('CONTRIBUTING’s commands run one test and check commit subjects', async () => {
  expect(await outputOf('CONTRIBUTING.md')).toMatch(/1 passed, 0 failed/);
  const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.com'];
  const commit = (subject: string): Promise<unknown> =>
    run('git', [...identity, 'commit', '--allow-empty', '-m', subject], { env });
  await commit('Refuse bodies that are not JSON');
  const refused = [`A${'a'.repeat(72)}`, 'Refuse it.', 'refuse it', 'WIP', 'wip: refuse it'];
  for (const subject of refused) await expect(commit(subject)).rejects.toThrow(/commit-msg: /);
});

it('the commands of every other document run', async () => {
  const tested = ['README.md', 'docs/first-payment.md', 'CONTRIBUTING.md'];
  const others = DOCUMENTS.filter((path) => !tested.includes(path) && !Object.hasOwn(RUN_ELSEWHERE, path));
  for (const path of others) if (scriptOf(path).trim() !== '') await outputOf(path);
  for (const [path, spec] of Object.entries(RUN_ELSEWHERE)) {
    const text = readFileSync(spec, 'utf8');
    expect([spec, text.includes(`'${path}'`), text.includes('scriptOf(')]).toEqual([spec, true, true]);
  }
});

it('every command in NOT_RUN is in a document, and there are few', () => {
  const shown = DOCUMENTS.flatMap(commandsIn).flatMap((text) => text.split(/\n| && /));
  expect(Object.keys(NOT_RUN).filter((command) => !shown.includes(command))).toEqual([]);
  expect(Object.keys(NOT_RUN).length).toBeLessThanOrEqual(12);
  // A command in a block of another language would be skipped.
  const languages = DOCUMENTS.flatMap(fencedIn).map(({ language }) => language);
  expect([...new Set(languages)].sort()).toEqual(['js', 'mermaid', 'sh', 'text']);
});

it('every npm script and tandem command that is mentioned exists', async () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const named = DOCUMENTS.flatMap(inlineCodeIn);
  const missing = named
    .flatMap((code) => /npm run (?:--silent )?([\w:]+)/.exec(code)?.[1] ?? [])
    .filter((name) => !Object.hasOwn(scripts, name));
  expect(missing).toEqual([]);
  const usage = await run('npm', ['run', '--silent', 'tandem'], { env }).catch(
    (error: Error) => error.message,
  );
  const commands = named.flatMap((code) => /^(?:npm run )?tandem (?:-- )?([\w-]+)/.exec(code)?.[1] ?? []);
  expect(commands.length).toBeGreaterThan(2);
  for (const command of commands) expect(usage).toContain(command);
});

it('every link between documents points to an existing file', () => {
  expect(DOCUMENTS.flatMap((path) => brokenLinksIn(path).map((link) => `${path}: ${link}`))).toEqual([]);
});
