// A lib's repositories are its own: other libs use its acts and readers. check-house.mjs enforces it, with these exceptions.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const WRITTEN_BY_ACTS =
  'acts of other libs write its rows within their own transaction, and use each of its methods';
const FOR_OPERATORS = 'reads across all stores for `tandem reconcile`, as they are';

const ALLOWED = new Map([
  ['libs/core/orders/src/orders.repository.ts', WRITTEN_BY_ACTS],
  ['libs/core/orders/src/placements.repository.ts', WRITTEN_BY_ACTS],
  ['libs/core/orders/src/credit-lines.repository.ts', WRITTEN_BY_ACTS],
  ['libs/core/payment-collections/src/collections.repository.ts', WRITTEN_BY_ACTS],
  ['libs/core/provider-operations/src/provider-operations.repository.ts', WRITTEN_BY_ACTS],
  ['libs/core/provider-operations/src/refused-cancellations.repository.ts', FOR_OPERATORS],
  ['libs/core/payments/src/ledger/ledger-check.repository.ts', FOR_OPERATORS],
]);

/** The repositories that a lib's index.ts exports, under any name, without a reason here; and those allowed that it does not export. */
export function exportedRepositories(index) {
  const lib = dirname(index);
  const exported = new Set(repositoriesIn(index));
  const unneeded = [...ALLOWED.keys()].filter(
    (path) => path.startsWith(`${lib}/`) && existsSync(path) && !exported.has(path),
  );
  return { exported: [...exported].filter((path) => !ALLOWED.has(path)), unneeded };
}

/** The paths of the repositories whose class `path` exports, also through other files; types and constants do not count. */
function repositoriesIn(path, wanted = () => true) {
  const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    if (path.endsWith('.repository.ts')) return isExportedClass(statement, wanted) ? [path] : [];
    if (!ts.isExportDeclaration(statement) || statement.isTypeOnly || !statement.moduleSpecifier) return [];
    const from = fileOf(path, statement.moduleSpecifier.text);
    return from === undefined ? [] : repositoriesIn(from, namesIn(statement.exportClause));
  });
}

const isExportedClass = (statement, wanted) =>
  ts.isClassDeclaration(statement) &&
  statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) &&
  wanted(statement.name?.text);

/** Whether an `export { … }` names it; `export *` names all. */
function namesIn(clause) {
  if (!clause || !ts.isNamedExports(clause)) return () => true;
  const names = clause.elements
    .filter((element) => !element.isTypeOnly)
    .map(({ name, propertyName }) => (propertyName ?? name).text);
  return (name) => names.includes(name);
}

function fileOf(path, specifier) {
  const base = join(dirname(path), specifier);
  return [`${base}.ts`, `${base}/index.ts`].find((file) => existsSync(file));
}
