import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { VIOLATIONS, readmesOf } from './architecture-violations';

const ROOT = resolve(__dirname, '../..');
const RULES = [
  'eslint.config.mjs',
  '.dependency-cruiser.cjs',
  'tools/casts.mjs',
  'tools/check-house.mjs',
  'tools/draw-layers.mjs',
  'tools/exported-repositories.mjs',
  'tools/layers.cjs',
  'tools/lint-dropped-result.mjs',
  'tools/lint-pure-work.mjs',
  'tsconfig.json',
  'package.json',
];

let folder: string;

/** Runs a tool in the tree of violations. */
function run(script: string, ...args: string[]): { status: number | null; stdout: string } {
  return spawnSync(process.execPath, [script, ...args], { cwd: folder, encoding: 'utf8' });
}

const installed = (path: string): string => join(ROOT, 'node_modules', path);

const short = (path: string): string =>
  path.replace(/^.*node_modules\/((?:@[^/]+\/)?[^/]+).*$/, '$1').replace('/src/', '/');

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'tandem-house-'));
  const libs = Object.keys(VIOLATIONS).flatMap((path) => /^libs\/(.+?)\/src\//.exec(path)?.[1] ?? []);
  for (const [path, text] of Object.entries({ ...VIOLATIONS, ...readmesOf(libs) })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  for (const path of RULES) cpSync(join(ROOT, path), join(folder, path));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('each forbidden import is reported, and nothing else', () => {
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
    'by-its-name | apps/api/main.ts | libs/platform/ids/index.ts',
    'core-says-no-http | libs/core/orders/http.ts | @nestjs/swagger',
    'dialects-never-meet | libs/dialects/spree/index.ts | libs/dialects/medusa/index.ts',
    'every-lib-has-its-layer | libs/newcomer/index.ts | libs/platform/ids/index.ts',
    'kit-suite-only-from-specs | libs/platform/money/index.ts | libs/provider-kit/testing/index.ts',
    'no-circular | libs/core/payments/capture.ts | libs/core/payments/refund.ts',
    'no-dev-dependency | apps/api/main.ts | fast-check',
    'no-orphans | libs/core/orders/forgotten.ts | libs/core/orders/forgotten.ts',
    'no-unused-files | libs/core/orders/forgotten.ts | libs/core/orders/forgotten.ts',
    'only-downwards: core/payments | libs/core/payments/capture.ts | libs/core/checkout/index.ts',
    'only-downwards: dialects/spree | libs/dialects/spree/index.ts | libs/dialects/medusa/index.ts',
    'only-through-the-index | libs/core/orders/index.ts | libs/platform/money/money.ts',
    'provider-knows-only-the-kit | libs/core/payment-providers/acme/acme.provider.ts | libs/platform/money/index.ts',
    'pure-libs | libs/platform/money/money.ts | @nestjs/common',
    'resolvable | libs/core/orders/index.ts | @tandem/money/money',
    'sql-in-repositories | libs/core/orders/orders.reader.ts | pg',
  ]);
});

it('code that drops a promise, hides a type or uses HTTP in the core is reported, and nothing else', () => {
  const { stdout } = run(installed('eslint/bin/eslint.js'), 'apps', 'libs', '--format', 'json');
  const files = JSON.parse(stdout) as {
    filePath: string;
    messages: { ruleId: string | null; line: number }[];
  }[];
  const found = files.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line }) => `${short(filePath.slice(folder.length + 1))}:${line} ${ruleId}`),
  );
  expect(found.sort()).toEqual([
    'libs/core/checkout/many-parts.ts:8 no-restricted-syntax',
    'libs/core/orders/Place_order.ts:1 @typescript-eslint/no-floating-promises',
    'libs/core/orders/Place_order.ts:2 house/dropped-result',
    'libs/core/orders/http.ts:2 no-restricted-imports',
    'libs/core/orders/impure.ts:4 house/pure-work',
    'libs/core/orders/impure.ts:5 house/pure-work',
    'libs/core/orders/impure.ts:6 house/pure-work',
    'libs/core/orders/impure.ts:7 house/pure-work',
    'libs/core/orders/index.ts:3 no-restricted-imports',
    'libs/core/orders/order-helper.ts:3 @typescript-eslint/no-explicit-any',
    'libs/platform/money/money.ts:1 @typescript-eslint/no-non-null-assertion',
  ]);
});

it('each violation of the house rules is reported with its line, and nothing else', () => {
  const { stdout, status } = run('tools/check-house.mjs');
  const offences = stdout.trim().split('\n').slice(0, -1);
  expect(offences.map((line) => short(line).slice(0, 69).trim()).sort()).toEqual([
    'docs/architecture.md:1  the drawing is old: node tools/draw-layers.mj',
    'libs/core/orders/Place_order.ts:1  kebab-case and one of the known ro',
    'libs/core/orders/http.ts:2  NotFoundException: the core throws a Core',
    'libs/core/orders/order-helper.ts:1  a name that says nothing: what do',
    'libs/core/orders/order-helper.ts:2  forwardRef: the act belongs in ch',
    'libs/core/orders/order-helper.ts:3  `any`: say what it is, or unknown',
    'libs/core/orders/order-helper.ts:3  forwardRef: the act belongs in ch',
    'libs/core/orders/orders.reader.ts:1  SQL outside a *.repository.ts or',
    'libs/core/payments/index.ts:1  exports libs/core/payments/src/payment',
    'libs/core/payments/refund.ts:2  a cast: a guard or a better type; els',
    'libs/dialects/spree/refund.controller.ts:5  a branch (?:) in a contro',
    'libs/dialects/spree/refund.dto.ts:1  RefundDto is the name of a shape',
    'libs/newcomer/README.md:1  a lib has a README.md',
    'libs/platform/ids/README.md:1  lacks the heading "## Never"',
    'libs/platform/money/README.md:46  51 lines; 45 are one screen',
    'libs/provider-kit/many:1  21 files; 20 at most: sort them into folder',
  ]);
  expect(status).toBe(1);
});
