import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';

/** The functions that name statements; the test loads every file that may call them. */
const NAMING = ['sql', 'listOf', 'sortable', 'sweepOf'];

/** Calls that define a statement where the test cannot find it: in another kind of file, or only when a function runs. */
export function unseenStatements(): string[] {
  return ['libs', 'apps']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => `${folder}/${String(file)}`))
    .filter(
      (path) =>
        path.endsWith('.ts') && !path.endsWith('.spec.ts') && !path.startsWith('libs/platform/database/'),
    )
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
    .filter(({ text }) => text.includes(`from '@tandem/database'`))
    .flatMap(({ path, text }) => unseenIn(path, text));
}

export function unseenIn(path: string, text: string): string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const calls = callsOf(source, namingIn(source));
  const isLoaded = /\.(repository|statement)\.ts$/.test(path);
  return calls
    .filter((call) => !isLoaded || isInClass(call))
    .map((call) => `${path}: ${call.getText().slice(0, 40)}`);
}

/** The functions above, and the file's functions that call them. */
function namingIn(source: ts.SourceFile): Set<string> {
  const naming = new Set(NAMING);
  for (let known = 0; known !== naming.size;) {
    known = naming.size;
    for (const call of callsOf(source, naming)) for (const name of namesAround(call)) naming.add(name);
  }
  return naming;
}

function callsOf(source: ts.SourceFile, names: ReadonlySet<string>): ts.CallExpression[] {
  const calls: ts.CallExpression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && names.has(node.expression.text))
      calls.push(node);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return calls;
}

/** The named functions around a call. */
function namesAround(node: ts.Node): string[] {
  const names: string[] = [];
  for (let at = node; !ts.isSourceFile(at); at = at.parent) {
    if (ts.isFunctionDeclaration(at) && at.name) names.push(at.name.text);
    if (ts.isArrowFunction(at) && ts.isVariableDeclaration(at.parent) && ts.isIdentifier(at.parent.name))
      names.push(at.parent.name.text);
  }
  return names;
}

function isInClass(node: ts.Node): boolean {
  for (let at = node; !ts.isSourceFile(at); at = at.parent) if (ts.isClassLike(at)) return true;
  return false;
}
