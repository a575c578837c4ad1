import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { CROOKED_HOUSE, readmesOf } from './crooked-house';

const ROOT = resolve(__dirname, '../..');
const RULES = [
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'tools/check-house.mjs',
  'tsconfig.json',
  'package.json',
];

let house: string;

/** Runs a tool in the crooked house. */
function run(script: string, ...args: string[]): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [script, ...args], { cwd: house, encoding: 'utf8' });
}

const installed = (path: string): string => join(ROOT, 'node_modules', path);

const short = (path: string): string =>
  path.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+).*$/, '$1').replace('/src/', '/');

beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'tandem-house-'));
  const libs = Object.keys(CROOKED_HOUSE).flatMap((path) => /^libs\/([^/]+)/.exec(path)?.[1] ?? []);
  for (const [path, text] of Object.entries({ ...CROOKED_HOUSE, ...readmesOf(libs) })) {
    mkdirSync(dirname(join(house, path)), { recursive: true });
    writeFileSync(join(house, path), text);
  }
  for (const path of RULES) cpSync(join(ROOT, path), join(house, path));
  symlinkSync(join(ROOT, 'node_modules'), join(house, 'node_modules'));
});

afterAll(() => rmSync(house, { recursive: true, force: true }));

it('each import that would reach the money by a back door is named, and nothing else is', () => {
  const { stdout } = run(
    installed('dependency-cruiser/bin/dependency-cruise.mjs'),
    ...['apps', 'libs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  );
  const report = JSON.parse(stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  const found = report.summary.violations.map(
    ({ rule, from, to }) => `${rule.name} | ${short(from)} | ${short(to)}`,
  );
  expect(found.sort()).toEqual([
    'apps-are-alone | apps/api/main.ts | apps/cli/main.ts',
    'by-its-name | apps/api/main.ts | libs/ids/index.ts',
    'core-says-no-http | libs/orders/http.ts | @nestjs/swagger',
    'dialects-never-meet | libs/spree-api/index.ts | libs/medusa-api/index.ts',
    'every-lib-is-on-the-ladder | libs/newcomer/index.ts | libs/ids/index.ts',
    'kit-suite-only-from-specs | libs/money/index.ts | libs/provider-kit/testing/index.ts',
    'no-circular | libs/payments/capture.ts | libs/payments/refund.ts',
    'no-dev-dependency | apps/api/main.ts | fast-check',
    'no-orphans | libs/orders/forgotten.ts | libs/orders/forgotten.ts',
    'no-unused-files | libs/orders/forgotten.ts | libs/orders/forgotten.ts',
    'only-downwards: payments | libs/payments/capture.ts | libs/checkout/index.ts',
    'only-downwards: spree-api | libs/spree-api/index.ts | libs/medusa-api/index.ts',
    'only-through-the-index | libs/orders/index.ts | libs/money/money.ts',
    'provider-knows-only-the-kit | libs/payment-providers/acme/acme.provider.ts | libs/money/index.ts',
    'pure-libs | libs/money/money.ts | @nestjs/common',
    'resolvable | libs/orders/index.ts | @tandem/money/money',
    'sql-in-repositories | libs/orders/orders.reader.ts | pg',
  ]);
});

it('code that drops a promise, hides a type or says HTTP in the core is named, and nothing else is', () => {
  const { stdout } = run(installed('eslint/bin/eslint.js'), 'apps', 'libs', '--format', 'json');
  const files = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId: string | null; line: number }[];
  }[];
  const found = files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line }) => `${short(filePath.slice(house.length + 1))}:${line} ${ruleId}`),
  );
  expect(found.sort()).toEqual([
    'libs/checkout/many-parts.ts:8 no-restricted-syntax',
    'libs/money/money.ts:1 @typescript-eslint/no-non-null-assertion',
    'libs/orders/Place_order.ts:1 @typescript-eslint/no-floating-promises',
    'libs/orders/http.ts:2 no-restricted-imports',
    'libs/orders/index.ts:3 no-restricted-imports',
    'libs/orders/order-helper.ts:3 @typescript-eslint/no-explicit-any',
  ]);
});

it('what breaks the rules of the house is named with its line, and nothing else is', () => {
  const { stdout, status } = run('tools/check-house.mjs');
  const offences = stdout.trim().split('\n').slice(0, -1);
  expect(offences.map((line) => short(line).slice(0, 60).trim()).sort()).toEqual([
    'libs/ids/README.md:1  lacks the heading "## Never"',
    'libs/money/README.md:46  51 lines; 45 are one screen',
    'libs/newcomer/README.md:1  a lib has a README.md',
    'libs/orders/Place_order.ts:1  kebab-case and one of the know',
    'libs/orders/http.ts:2  NotFoundException: the core throws a',
    'libs/orders/order-helper.ts:1  a name that says nothing: wha',
    'libs/orders/order-helper.ts:2  forwardRef: the act belongs i',
    'libs/orders/order-helper.ts:3  `any`: say what it is, or unk',
    'libs/orders/order-helper.ts:3  forwardRef: the act belongs i',
    'libs/orders/orders.reader.ts:1  SQL outside a *.repository.t',
    'libs/spree-api/refund.controller.ts:5  a branch (?:) in a co',
    'libs/spree-api/refund.dto.ts:1  RefundDto is the name of a s',
  ]);
  expect(status).toBe(1);
});
