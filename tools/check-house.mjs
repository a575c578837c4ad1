// What eslint and dependency-cruiser do not see of the house's rules. Prints each offence as path:line; exits 1.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { castsAllowedIn, castsAllowedInAll, isCast, MAX_CASTS } from './casts.mjs';
import { isDrawingOld } from './draw-layers.mjs';
import { exportedRepositories } from './exported-repositories.mjs';
import { STOREYS } from './layers.cjs';

const README_LINES = 45;
const HEADINGS = ['Public API', 'Tables', 'Always', 'Never'];
const FILE_P90 = 130; // code lines; eslint holds the longest
const FUNCTION_P90 = 20;
const FOLDER_FILES = 20; // what fits on a screen; migrations are one numbered list

const ROLES = [
  ...['module', 'controller', 'dto', 'serializer', 'mapper', 'resource', 'filter', 'guard', 'interceptor'],
  ...['entity', 'row', 'states', 'errors', 'repository', 'statement', 'reader', 'provider', 'reporter'],
  ...['config', 'spec', 'e2e-spec'],
];
const FILE = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*(\\.(${ROLES.join('|')}))*\\.(ts|js|mjs|cjs)$`);
const FOLDER = /^([a-z0-9]+(-[a-z0-9]+)*|\[[a-z-]+\])$/; // [id]: a part of a URL
const VAGUE = /(^|[-.])(helpers?|utils?|common|shared|managers?|handlers?)[-.]/;
const NAMED_BY_OTHERS = new Set([
  'node_modules',
  'dist',
  'coverage',
  'package.json',
  'README.md',
  'tsconfig.json',
]);

const MAY_SAY_HTTP = /^(apps|libs\/(dialects|platform\/(http|rate-limits|auth|idempotency)))\//;
const MAY_SPEAK_SQL = /^libs\/platform\/database\/|\.(repository|statement|spec)\.ts$/;

const offences = [];
const lines = { file: [], function: [] };
let casts = 0;

const offend = (path, line, words) => offences.push({ path, line, words });

function* filesUnder(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (NAMED_BY_OTHERS.has(entry.name)) continue;
    if (entry.isDirectory()) {
      if (!FOLDER.test(entry.name)) offend(path, 1, 'folders are kebab-case, or [id]');
      yield* filesUnder(path);
    } else yield path;
  }
}

function checkReadme(folder) {
  const path = `${folder}/README.md`;
  if (!existsSync(path)) return offend(path, 1, 'a lib has a README.md');
  const text = readFileSync(path, 'utf8').trimEnd().split('\n');
  if (text.length > README_LINES)
    offend(path, README_LINES + 1, `${text.length} lines; ${README_LINES} are one screen`);
  const found = text.filter((line) => line.startsWith('## ')).map((line) => line.slice(3));
  for (const heading of HEADINGS.filter((name) => !found.includes(name)))
    offend(path, 1, `lacks the heading "## ${heading}"`);
}

function checkName(path) {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (!/\.(ts|js|mjs|cjs)$/.test(name)) return;
  if (!FILE.test(name)) offend(path, 1, `kebab-case and one of the known roles: ${ROLES.join(' ')}`);
  if (VAGUE.test(name)) offend(path, 1, 'a name that says nothing: what does it do for whom?');
}

function checkExports(folder) {
  const index = `${folder}/src/index.ts`;
  if (!existsSync(index)) return;
  const { exported, unneeded } = exportedRepositories(index);
  for (const path of exported) offend(index, 1, `exports ${path}: other libs use acts and readers`);
  for (const path of unneeded)
    offend(path, 1, 'is not exported any more; tools/exported-repositories.mjs still allows it');
}

const SYNTAX = ts.SyntaxKind;
const BRANCHES = new Map([
  [SYNTAX.IfStatement, 'if'],
  [SYNTAX.ConditionalExpression, '?:'],
  [SYNTAX.SwitchStatement, 'switch'],
  [SYNTAX.AmpersandAmpersandToken, '&&'],
  [SYNTAX.BarBarToken, '||'],
]);

// Only exceptions imported from Nest; DOMException and our own do not count.
const isHttpException = (node) =>
  ts.isImportSpecifier(node) &&
  /Exception$/.test((node.propertyName ?? node.name).text) &&
  node.parent.parent.parent.moduleSpecifier.text.startsWith('@nestjs/');

const shapes = new Map();

// Both dialects' admin routes are in one document: if two classes have one name, Swagger shows one of them for both.
function doubled({ name }, path) {
  const first = shapes.get(name?.text);
  shapes.set(name?.text, path);
  return first && `${name.text} is the name of a shape in ${first} too`;
}

const filesIn = new Map();

/** Specs are next to their source and count as part of it. */
function countInFolder(path) {
  const folder = path.slice(0, path.lastIndexOf('/'));
  if (!path.endsWith('.spec.ts') && !folder.endsWith('/migrations'))
    filesIn.set(folder, (filesIn.get(folder) ?? 0) + 1);
}

function checkFolders() {
  for (const [folder, count] of filesIn)
    if (count > FOLDER_FILES)
      offend(folder, 1, `${count} files; ${FOLDER_FILES} at most: sort them into folders`);
}

/** Each rule looks at one node of the syntax tree, so that words in comments and texts do not count. */
const RULES = [
  {
    in: () => true,
    offence: (node) => node.kind === SYNTAX.AnyKeyword && '`any`: say what it is, or unknown',
  },
  {
    in: () => true,
    offence: (node) =>
      ts.isIdentifier(node) && node.text === 'forwardRef' && 'forwardRef: the act belongs in checkout/',
  },
  {
    in: (path) => !MAY_SAY_HTTP.test(path),
    offence: (node) =>
      isHttpException(node) && `${node.getText()}: the core throws a CoreError, the dialect spells it`,
  },
  {
    in: (path) => !MAY_SPEAK_SQL.test(path),
    offence: (node) =>
      ts.isCallExpression(node) &&
      node.expression.getText() === 'sql' &&
      'SQL outside a *.repository.ts or *.statement.ts',
  },
  {
    in: (path) => path.endsWith('.dto.ts'),
    offence: (node, path) =>
      ts.isClassDeclaration(node) && ts.isSourceFile(node.parent) && doubled(node, path),
  },
  {
    in: (path) => path.endsWith('.controller.ts'),
    offence: (node) =>
      BRANCHES.has(node.kind) &&
      `a branch (${BRANCHES.get(node.kind)}) in a controller: it belongs in an act`,
  },
];

function checkSource(path) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const rules = RULES.filter((rule) => rule.in(path));
  const lineOf = (node) => source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
  const isCounted = !/\.spec\.ts$|\/migrations\/|\/testing\//.test(path);
  if (isCounted) lines.file.push(codeLines(source.text));
  const castsHere = [];
  const walk = (node) => {
    if (isCounted && isCast(node)) castsHere.push(node);
    for (const rule of rules) {
      const words = rule.offence(node, path);
      if (words) offend(path, lineOf(node), words);
    }
    if (isCounted && ts.isFunctionLike(node) && node.body) lines.function.push(codeLines(node.getText()));
    node.forEachChild(walk);
  };
  walk(source);
  checkCasts(path, castsHere.map(lineOf));
}

/** A file has exactly the casts that tools/casts.mjs gives a reason for; if it has fewer, lower its number there. */
function checkCasts(path, found) {
  if (!path.startsWith('libs/')) return;
  const allowed = castsAllowedIn(path);
  for (const line of found.slice(allowed))
    offend(path, line, 'a cast: a guard or a better type; else a reason in tools/casts.mjs');
  if (found.length < allowed)
    offend(path, 1, `${found.length} casts; tools/casts.mjs still allows ${allowed}`);
  casts += found.length;
}

const codeLines = (text) =>
  text
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split('\n')
    .filter((line) => /\S/.test(line) && !/^\s*\/\//.test(line)).length;

const p90 = (counts) => counts.sort((left, right) => left - right)[Math.floor(counts.length * 0.9)] ?? 0;

function checkSizes() {
  const found = { file: p90(lines.file), function: p90(lines.function) };
  if (found.file > FILE_P90) offend('libs', 1, `p90 of files is ${found.file} lines; ${FILE_P90} at most`);
  if (found.function > FUNCTION_P90)
    offend('libs', 1, `p90 of functions is ${found.function} lines; ${FUNCTION_P90} at most`);
  return found;
}

const foldersIn = (folder) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `${folder}/${name}`);
const isStorey = (folder) => STOREYS.some((storey) => folder === `libs/${storey}`);

for (const folder of foldersIn('libs').flatMap((lib) => (isStorey(lib) ? foldersIn(lib) : lib))) {
  checkReadme(folder);
  checkExports(folder);
}
for (const folder of ['apps', 'libs', 'test', 'tools'].filter((name) => existsSync(name))) {
  for (const path of filesUnder(folder)) {
    checkName(path);
    if (/^(apps|libs)\/.*\.ts$/.test(path)) {
      countInFolder(path);
      checkSource(path);
    }
  }
}
checkFolders();
const sizes = checkSizes();
if (castsAllowedInAll() > MAX_CASTS) offend('tools/casts.mjs', 1, `more than ${MAX_CASTS} casts in all`);
if (isDrawingOld()) offend('docs/architecture.md', 1, 'the drawing is old: node tools/draw-layers.mjs');

for (const { path, line, words } of offences) console.log(`${path}:${line}  ${words}`);
const summary = `${lines.file.length} files, p90 ${sizes.file} lines; ${lines.function.length} functions, p90 ${sizes.function}; ${casts} casts`;
console.log(`house: ${summary}; ${offences.length === 0 ? 'in order' : `${offences.length} offences`}`);
process.exitCode = offences.length === 0 ? 0 : 1;
