import { below, listIn, nameIn, text, type Kinded, type Node } from './tree';
import { isMoved, type Catalog } from './types';

const WRITES = new Set(['InsertStmt', 'UpdateStmt', 'DeleteStmt']);

/** Forms that a distributed Postgres refuses in a statement that writes a tenant table (tried with Citus 13.2). */
export function refusedForms(
  statement: Kinded,
  catalog: Catalog,
  isTenants: (table: string) => boolean,
): string[] {
  const all = [statement, ...below(statement.node)];
  const writes = all.filter(
    ({ kind, node }) =>
      WRITES.has(kind) && listIn(node, 'relation').some((table) => isTenants(text(table, 'relname'))),
  );
  return writes.flatMap(({ kind, node }) =>
    kind === 'InsertStmt' ? ofInsert(node, catalog) : ofChange(node, catalog),
  );
}

function ofInsert(node: Node, catalog: Catalog): string[] {
  const conflict = listIn(node, 'onConflictClause');
  const rows = listIn(node, 'selectStmt')
    .flatMap((select) => listIn(select, 'SelectStmt'))
    .flatMap((select) => listIn(select, 'valuesLists'));
  return [
    ...(conflict.some((clause) => hasMutable(clause, catalog))
      ? ['a time or a function that is not immutable in ON CONFLICT']
      : []),
    ...(rows.some((row) => has(row, 'SubLink')) ? ['a query in VALUES'] : []),
    ...ofReturning(node, catalog),
  ];
}

/** An UPDATE reads its FROM before it writes, so time arithmetic and CASE are allowed there. */
function ofChange({ withClause, fromClause, returningClause, ...own }: Node, catalog: Catalog): string[] {
  const parts = [...below(own)];
  const choices = parts.filter(({ kind }) => kind === 'CaseExpr' || kind === 'CoalesceExpr');
  return [
    ...(choices.some(({ node }) => hasMutable(node, catalog))
      ? ['a time or a function that is not immutable in CASE or COALESCE']
      : []),
    ...(parts.some((part) => isMutable(part, catalog) && has(part.node, 'ColumnRef'))
      ? ['a stable function of a column']
      : []),
    ...(parts.some((part) => isVolatile(part, catalog)) ? ['a volatile function'] : []),
    ...ofReturning({ returningClause }, catalog),
  ];
}

function ofReturning(node: Node, catalog: Catalog): string[] {
  const isRefused = listIn(node, 'returningClause').some((clause) => hasMutable(clause, catalog));
  return isRefused ? ['a function that is not immutable in RETURNING'] : [];
}

function has(node: Node, wanted: string): boolean {
  return [...below(node)].some(({ kind }) => kind === wanted);
}

function hasMutable(node: Node, catalog: Catalog): boolean {
  return [...below(node)].some((part) => isMutable(part, catalog));
}

/** Whether the result may differ for equal arguments: a function that is not immutable, or a time plus an interval. */
function isMutable(part: Kinded, catalog: Catalog): boolean {
  if (part.kind === 'SQLValueFunction') return true;
  if (part.kind === 'FuncCall') return catalog.mutable.has(nameIn(part.node, 'funcname').at(-1) ?? '');
  return isMoved(part, catalog);
}

function isVolatile({ kind, node }: Kinded, { volatile }: Catalog): boolean {
  return kind === 'FuncCall' && volatile.has(nameIn(node, 'funcname').at(-1) ?? '');
}
