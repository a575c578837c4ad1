import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CROOKED_HOUSE, readmesOf } from './crooked-house';

const ROOT = resolve(__dirname, '../..');
const CONFIGURATION = ['eslint.config.mjs', '.dependency-cruiser.cjs', 'tsconfig.json', 'package.json', 'tools/check-house.mjs'];

let house: string;

function run(script: string, ...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [script, ...args], { cwd: house, encoding: 'utf8' });
}

const bin = (name: string): string => join(ROOT, 'node_modules', name);

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'tandem-house-'));
  const libs = Object.keys(CROOKED_HOUSE).flatMap((path) => /^libs\/([^/]+)/.exec(path)?.[1] ?? []);
  for (const [path, text] of Object.entries({ ...CROOKED_HOUSE, ...readmesOf(libs) })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  for (const path of CONFIGURATION) cpSync(join(ROOT, path), join(house, path));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

it('an import that would let money code be reached by a back door is named, and nothing else is', () => {
  const { stdout } = run(
    bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  );
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string }; from: string; to: string }[] } };
  const short = (path: string): string => path.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+).*$/, '$1').replace('/src/', '/');
  const found = summary.violations.map(({ rule, from, to }) => `${rule.name} | ${short(from)} | ${short(to)}`);
  expect(found.sort()).toEqual(
    [
      'by-its-name | apps/api/main.ts | libs/ids/index.ts',
    ].sort(),
  );
});

it('code that could drop a promise, hide a type or speak HTTP in the core is named, and nothing else is', () => {
  const { stdout } = run(bin('eslint/bin/eslint.js'), 'apps', 'libs', '--format', 'json');
  const files = JSON.parse(stdout) as { filePath: string; messages: { ruleId: string | null; line: number }[] }[];
  const found = files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line }) => `${filePath.slice(house.length + 1).replace('/src/', '/')}:${line} ${ruleId}`),
  );
  expect(found.sort()).toEqual([
  ]);
});

it('what breaks the house rules is named with its line, and nothing else is', () => {
  const { stdout, status } = run('tools/check-house.mjs');
  const found = stdout.trim().split('\n').slice(0, -1).map((line) => line.replace('/src/', '/').slice(0, 70));
  expect(found.sort()).toEqual([
  ]);
  expect(status).toBe(1);
});
