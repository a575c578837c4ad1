// Finds the words of tools/words/lists.mjs in names, comments, texts and documents. Prints each as path:line; exits 1.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { ALLOWED, IDIOMS, NAMES } from './words/lists.mjs';

const MAX_ALLOWED = 12;
// Never edited: migrations that ran, recorded responses of real servers, history.
const WRITTEN_ONCE =
  /\/migrations\/|test\/contract\/recorded\/|test\/upgrade\/make\/|^CHANGELOG\.md$|^docs\/openapi/;

const found = [];
const tokensOf = (name) =>
  name
    .split(/[^A-Za-z]+|(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/)
    .map((token) => token.toLowerCase())
    .filter(Boolean)
    .join(' ');

const NAME_RULES = Object.entries(NAMES).map(([word, better]) => ({
  word,
  better,
  rule: new RegExp(`\\b${word}\\b`),
}));
const IDIOM_RULES = Object.entries(IDIOMS).map(([word, better]) => ({
  word,
  better,
  rule: new RegExp(`\\b${word.replaceAll('*', '\\w*').replaceAll(' ', '[\\s*/]+')}\\b`, 'gi'),
}));

const isAllowed = (path, word) =>
  ALLOWED.some((use) => path.startsWith(use.path) && (use.word === '*' || use.word === word));

function report(path, line, { word, better }, what) {
  if (!isAllowed(path, word)) found.push(`${path}:${line}  ${what} "${word}": say ${better}`);
}

function checkName(path, line, name) {
  for (const rule of NAME_RULES) if (rule.rule.test(tokensOf(name))) report(path, line, rule, `${name} has`);
}

function checkProse(path, text, offset = () => 1) {
  for (const rule of IDIOM_RULES)
    for (const match of text.matchAll(rule.rule)) report(path, offset(match.index), rule, 'says');
}

const isDeclaredName = (node) =>
  node.parent?.name === node &&
  !ts.isImportSpecifier(node.parent) &&
  !ts.isPropertyAccessExpression(node.parent);

function checkSource(path, text) {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const lineAt = (at) => source.getLineAndCharacterOfPosition(at).line + 1;
  const visit = (node) => {
    if (ts.isIdentifier(node) && isDeclaredName(node)) checkName(path, lineAt(node.getStart()), node.text);
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateHead(node))
      checkProse(path, node.text, () => lineAt(node.getStart()));
    node.forEachChild(visit);
  };
  visit(source);
  for (const { index, 0: comment } of text.matchAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm))
    checkProse(path, comment, (at) => lineAt(index + at));
}

const files = execFileSync('git', ['ls-files'], { encoding: 'utf8' }).split('\n');
for (const path of files) {
  if (WRITTEN_ONCE.test(path)) continue;
  if (/\.(ts|mjs|cjs)$/.test(path)) {
    checkName(path, 1, path.slice(path.lastIndexOf('/') + 1).replace(/\..*$/, ''));
    checkSource(path, readFileSync(path, 'utf8'));
  }
  if (path.endsWith('.md')) {
    const text = readFileSync(path, 'utf8');
    checkProse(path, text, (at) => text.slice(0, at).split('\n').length);
  }
}

if (ALLOWED.length > MAX_ALLOWED)
  found.push(`tools/words/lists.mjs  ${ALLOWED.length} allowed uses; ${MAX_ALLOWED} at most`);
for (const line of found) console.log(line);
console.log(`words: ${files.length} files, ${found.length} to say in plain words`);
process.exitCode = found.length > 0 ? 1 : 0;
