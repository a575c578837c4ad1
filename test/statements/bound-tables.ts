import { conditionsOf, queriesIn, storeColumn, storeEqualities, type Side } from './conditions';
import { kindedIn, listIn, text, type Kinded, type Node } from './tree';

/** Findings about one statement. */
interface Findings {
  readonly isTenants: (table: string) => boolean;
  /** Tenant tables that are not restricted to one store. */
  readonly loose: string[];
  /** The parameters that contain the store id. */
  readonly stores: Set<number>;
}

/** A source in FROM or a written table, by its name in the statement. */
interface Source {
  readonly alias: string;
  /** Null if it is not a tenant table. */
  readonly table: string | null;
  readonly query?: Kinded;
  isBound: boolean;
}

/** Whether the rows of a common table expression, or of an outer query's source, belong to the store; by name. */
interface Scope {
  readonly ctes: ReadonlyMap<string, boolean>;
  readonly outer: ReadonlyMap<string, boolean>;
}

/** Tenant tables that a statement does not restrict to the store given by a parameter; and those parameters. */
export function looseTables(
  statement: Kinded,
  isTenants: (table: string) => boolean,
): Pick<Findings, 'loose' | 'stores'> {
  const findings: Findings = { isTenants, loose: [], stores: new Set() };
  bind(statement, { outer: new Map(), ctes: new Map() }, findings);
  return findings;
}

/** Whether every row that the query reads belongs to the store. */
function bind({ kind, node }: Kinded, scope: Scope, findings: Findings): boolean {
  const ctes = new Map(scope.ctes);
  for (const { node: cte } of listIn(node, 'withClause').flatMap((clause) => kindedIn(clause, 'ctes'))) {
    const name = text(cte, 'ctename');
    // Inside itself, a recursive expression contains its own rows.
    ctes.set(name, true);
    for (const query of kindedIn(cte, 'ctequery')) ctes.set(name, bind(query, { ...scope, ctes }, findings));
  }
  const sides = ['larg', 'rarg'].flatMap((side) => listIn(node, side));
  if (sides.length > 0)
    return sides.map((side) => bind({ kind, node: side }, { ...scope, ctes }, findings)).every(Boolean);
  return bindOne({ kind, node }, { ...scope, ctes }, findings);
}

function bindOne({ kind, node }: Kinded, scope: Scope, findings: Findings): boolean {
  const sources = sourcesOf({ kind, node }, scope, findings);
  const visible = (): Scope => ({
    ...scope,
    outer: new Map([...scope.outer, ...sources.map(({ alias, isBound }) => [alias, isBound] as const)]),
  });
  const sides = [...conditionsOf(node)].flatMap(storeEqualities);
  bindSides(sides, sources, scope, findings);
  for (const source of sources) {
    if (!source.query) continue;
    source.isBound = bind(source.query, visible(), findings);
    bindSides(sides, sources, scope, findings);
  }
  for (const query of queriesIn({ kind, node })) bind(query, visible(), findings);
  findings.loose.push(...sources.flatMap(({ table, isBound }) => (table === null || isBound ? [] : [table])));
  if (kind === 'InsertStmt') return bindInsert(node, visible(), findings);
  return sources.every(({ isBound }) => isBound);
}

/** The sources in the query's own FROM, and the table that an UPDATE or DELETE writes. */
function sourcesOf({ kind, node }: Kinded, scope: Scope, { isTenants }: Findings): Source[] {
  const sourceOf = ({ kind: of, node: item }: Kinded): Source[] => {
    if (of === 'JoinExpr') return [...kindedIn(item, 'larg'), ...kindedIn(item, 'rarg')].flatMap(sourceOf);
    const alias = listIn(item, 'alias').map((named) => text(named, 'aliasname'))[0] ?? text(item, 'relname');
    const [query] = kindedIn(item, 'subquery');
    if (query) return [{ alias, table: null, query, isBound: false }];
    const name = text(item, 'relname');
    const isTable = !scope.ctes.has(name) && isTenants(name);
    return [{ alias, table: isTable ? name : null, isBound: scope.ctes.get(name) ?? !isTable }];
  };
  const written = kind === 'InsertStmt' ? [] : listIn(node, 'relation');
  return [
    ...written.map((relation) => ({ kind: 'RangeVar', node: relation })),
    ...kindedIn(node, 'fromClause'),
    ...kindedIn(node, 'usingClause'),
  ].flatMap(sourceOf);
}

/** Binds each source whose store_id equals the parameter or a bound source's, until no more can be bound. */
function bindSides(
  sides: readonly (readonly Side[])[],
  sources: Source[],
  scope: Scope,
  { stores }: Findings,
): void {
  const named = (alias: string): Source | undefined =>
    alias === '' ? theOneWithStore(sources) : sources.find((source) => source.alias === alias);
  const isBound = (side: Side): boolean =>
    'parameter' in side || (named(side.alias)?.isBound ?? scope.outer.get(side.alias) ?? false);
  for (const side of sides.flat()) if ('parameter' in side) stores.add(side.parameter);
  const bindNext = (): boolean => {
    const pairs = sides.filter((both) => both.some(isBound));
    const next = pairs.flat().flatMap((side) => ('alias' in side ? (named(side.alias) ?? []) : []));
    const loose = next.find((source) => !source.isBound);
    if (loose) loose.isBound = true;
    return loose !== undefined;
  };
  while (bindNext());
}

/** An unqualified store_id belongs to the only table that has one; with two, Postgres reports an ambiguity. */
function theOneWithStore(sources: readonly Source[]): Source | undefined {
  return sources.find(({ table }) => table !== null) ?? sources[0];
}

/** Inserted rows must belong to the store too: their store_id is the parameter, or that of a bound row. */
function bindInsert(node: Node, scope: Scope, findings: Findings): boolean {
  const table = listIn(node, 'relation').map((relation) => text(relation, 'relname'))[0] ?? '';
  const [select] = kindedIn(node, 'selectStmt');
  if (!select) return false;
  const isRead = bind(select, scope, findings);
  if (!findings.isTenants(table)) return isRead;
  const at = kindedIn(node, 'cols').findIndex(({ node: column }) => text(column, 'name') === 'store_id');
  const isBound = isRead && isStoreGiven(valuesAt(select.node, at), findings);
  if (!isBound) findings.loose.push(table);
  return isBound;
}

function isStoreGiven(given: readonly Kinded[], { stores }: Findings): boolean {
  for (const { kind, node: value } of given) if (kind === 'ParamRef') stores.add(Number(value['number']));
  const isStore = (value: Kinded): boolean => value.kind === 'ParamRef' || storeColumn(value) !== null;
  return given.length > 0 && given.every(isStore);
}

/** The values that an INSERT sets for a column: from each row of VALUES, or from its SELECT. */
function valuesAt(select: Node, at: number): Kinded[] {
  const rows = kindedIn(select, 'valuesLists').map(({ node }) => kindedIn(node, 'items'));
  const selected = kindedIn(select, 'targetList').flatMap(({ node }) => kindedIn(node, 'val'));
  return (rows.length > 0 ? rows : [selected]).flatMap((row) => row.slice(at, at + 1));
}
