// Finds names that a document quotes in backticks and that do not exist: files, npm scripts, settings, classes, functions and
// fields. Also documents that a source file refers to.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/** Names that are not in this code, each with where it is. */
const EXCEPTIONS = new Map([
  ['plan_cache_mode', 'Postgres'],
  ['max_prepared_statements', 'PgBouncer'],
  ['query_wait_timeout', 'PgBouncer'],
  ['KillMode', 'systemd'],
  ['GiftCards', 'Spree'],
  ['AbstractPaymentProvider', 'Medusa'],
  ['AuthGuard', '@nestjs/passport, which docs/adr/0034 compares with'],
]);

/** Commands of npm itself. */
const NPM = ['ci', 'install', 'start', 'test', 'version'];

const PATH = /^(?:libs|apps|tools|test|docs|examples|docker)\/[\w./-]+$/;
const FILE = /^[\w.-]+\.(?:ts|mjs|cjs|md|yml|yaml)$/;
const SCRIPT = /^npm (?:run (?:--silent )?)?([\w:-]+)/;
// What no English word looks like: an inner capital or an underscore.
const IDENTIFIER = /[A-Za-z]\w*(?:[a-z][A-Z]|_[A-Za-z\d])\w*/g;
const CLASS = /^[A-Z][a-z]+$/;
const REFERENCE = /(?<![\w/.-])docs\/[\w/-]+\.md(?!\w)/g;
const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm;

const tracked = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n').filter(existsSync);
const fileNames = new Set(tracked.map((path) => basename(path)));
const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));

const wordsIn = (paths) =>
  new Set(paths.flatMap((path) => readFileSync(path, 'utf8').replace(COMMENT, '').match(/\w+/g) ?? []));
const isCode = (path) =>
  /^(?:libs|apps|test|tools|examples)\/.*\.(?:ts|mjs|js)$|\.(?:json|cjs|js)$/.test(path) &&
  !path.startsWith('tools/docs/names') &&
  path !== 'package-lock.json';
const words = wordsIn(tracked.filter(isCode));

/** Inline code outside of fenced blocks, by line. */
function* quotesIn(text) {
  const prose = text.replace(/^```[\s\S]*?^```/gm, (block) => block.replace(/[^\n]/g, ''));
  for (const [index, line] of prose.split('\n').entries())
    for (const [, code] of line.matchAll(/`([^`]+)`/g)) yield { line: index + 1, code };
}

/** The part of a lib's README that lists what it exports, or ''. */
const publicApiIn = (text) => /^## Public API\n([\s\S]*?)(?=^## )/m.exec(text)?.[1] ?? '';

const isScript = (name) => name in scripts || NPM.includes(name);

const RULES = [
  { form: PATH, exists: (code, folder) => existsSync(code) || existsSync(join(folder, code)) },
  { form: FILE, exists: (code) => fileNames.has(code) },
  { form: SCRIPT, exists: (code) => isScript(SCRIPT.exec(code)[1]) },
];

function identifiersIn(code) {
  if (/[/<>…]/.test(code)) return [];
  return CLASS.test(code) ? [code] : (code.match(IDENTIFIER) ?? []);
}

function missingIn(code, known, folder) {
  const rule = RULES.find(({ form }) => form.test(code));
  if (rule) return rule.exists(code, folder) ? [] : [code];
  return identifiersIn(code).filter((name) => !known.has(name) && !EXCEPTIONS.has(name));
}

function missingInDocument(path) {
  const text = readFileSync(path, 'utf8');
  const folder = dirname(path);
  const quoted = [...quotesIn(text)].flatMap(({ line, code }) =>
    missingIn(code, words, folder).map((name) => `${path}:${line} names ${name}, which does not exist`),
  );
  const ownWords = wordsIn(tracked.filter((name) => name.startsWith(`${folder}/src/`) && isCode(name)));
  const exported = [...quotesIn(publicApiIn(text))].flatMap(({ code }) =>
    missingIn(code, ownWords, folder).map((name) => `${path} lists ${name}, which its lib does not have`),
  );
  return [...quoted, ...exported];
}

/** Documents that a source file refers to, e.g. a decision in a comment. */
function missingInSource(path) {
  return (readFileSync(path, 'utf8').match(REFERENCE) ?? [])
    .filter((name) => !existsSync(name))
    .map((name) => `${path} refers to ${name}, which does not exist`);
}

export function missingNames() {
  const documents = tracked.filter((path) => path.endsWith('.md') && path !== 'CHANGELOG.md');
  return [...documents.flatMap(missingInDocument), ...tracked.filter(isCode).flatMap(missingInSource)];
}
