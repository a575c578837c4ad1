import { below, kindedIn, nameIn, type Kinded, type Node } from './tree';

/** One side of `store_id = …`: a parameter, or the column of a source ('' where it is not named). */
export type Side = { readonly parameter: number } | { readonly alias: string };

const isQuery = (kind: string): boolean => kind.endsWith('Stmt');

/** The conditions in WHERE and ON joined by AND. Those of an outer join restrict the rows it adds. */
export function* conditionsOf(node: Node): Generator<Kinded> {
  for (const condition of kindedIn(node, 'whereClause')) yield* parts(condition);
  for (const item of kindedIn(node, 'fromClause')) yield* conditionsOfJoin(item);
}

function* conditionsOfJoin({ kind, node }: Kinded): Generator<Kinded> {
  if (kind !== 'JoinExpr') return;
  for (const side of ['larg', 'rarg']) for (const item of kindedIn(node, side)) yield* conditionsOfJoin(item);
  for (const condition of kindedIn(node, 'quals')) yield* parts(condition);
}

function* parts({ kind, node }: Kinded): Generator<Kinded> {
  if (kind !== 'BoolExpr' || node['boolop'] !== 'AND_EXPR') return void (yield { kind, node });
  for (const part of kindedIn(node, 'args')) yield* parts(part);
}

/** The two sides of a condition on store_id; empty for other conditions. */
export function storeEqualities({ kind, node }: Kinded): Side[][] {
  if (kind !== 'A_Expr' || node['kind'] !== 'AEXPR_OP' || nameIn(node, 'name')[0] !== '=') return [];
  const sides = [...kindedIn(node, 'lexpr'), ...kindedIn(node, 'rexpr')].flatMap(sideOf);
  return sides.length === 2 ? [sides] : [];
}

function sideOf(expression: Kinded): Side[] {
  if (expression.kind === 'ParamRef') return [{ parameter: Number(expression.node['number']) }];
  const alias = storeColumn(expression);
  return alias === null ? [] : [{ alias }];
}

/** The source of a store_id column, '' if unqualified; null for anything else. */
export function storeColumn({ kind, node }: Kinded): string | null {
  const name = kind === 'ColumnRef' ? nameIn(node, 'fields') : [];
  return name.at(-1) === 'store_id' ? (name.at(-2) ?? '') : null;
}

/** Subqueries in expressions, each once: not those in FROM and WITH, nor an INSERT's SELECT. */
export function queriesIn({ node }: Kinded): Kinded[] {
  const { withClause, fromClause, usingClause, larg, rarg, selectStmt, ...own } = node;
  const quals = kindedIn({ fromClause }, 'fromClause').flatMap(({ node: item }) => [...joinConditions(item)]);
  return [own, ...quals].flatMap((from) => [...below(from, isQuery)]).filter(({ kind }) => isQuery(kind));
}

function* joinConditions(item: Node): Generator<Node> {
  for (const side of ['larg', 'rarg'])
    for (const { node } of kindedIn(item, side)) yield* joinConditions(node);
  for (const { node } of kindedIn(item, 'quals')) yield node;
}
