import { kinded, kindedIn, listIn, nameIn, text, type Kinded, type Node } from './tree';

const QUERIES = new Set(['SelectStmt', 'InsertStmt', 'UpdateStmt', 'DeleteStmt']);
const BUILDS_OBJECT = /^jsonb?_build_object$/;
const BUILDS_JSON = /^(to_jsonb?|row_to_json|jsonb?_agg)$/;

/** The queries that a name in FROM may stand for. */
type Named = ReadonlyMap<string, Kinded>;

/** What a name in FROM stands for: a query, or a table by its name. */
type Sources = ReadonlyMap<string, Kinded | string>;

/**
 * The names that a statement returns (SELECT list or RETURNING), also inside the JSON that it builds. `*` of a common table
 * expression or of a subquery is followed; of a table it is `payments.*`, and a table's whole row in JSON is `payments as JSON`.
 */
export function outputNames(statement: Kinded, outer: Named = new Map()): string[] {
  const ctes = withCtes(statement.node, outer);
  const [left] = listIn(statement.node, 'larg');
  if (left) return outputNames({ kind: 'SelectStmt', node: left }, ctes);
  const sources = sourcesOf(statement.node, ctes);
  return targetsOf(statement).flatMap((target) => namesOf(target, ctes, sources));
}

/** Names in another form than the code uses: with an underscore, or all of a table's columns. */
export function snakeNames(statement: Kinded): string[] {
  return outputNames(statement).filter((name) => /_|\*$| as JSON$/.test(name));
}

function withCtes(node: Node, outer: Named): Named {
  const ctes = listIn(node, 'withClause').flatMap((clause) => kindedIn(clause, 'ctes'));
  const queries = ctes.flatMap(({ node: cte }) =>
    kindedIn(cte, 'ctequery').map((query) => [text(cte, 'ctename'), query] as const),
  );
  return new Map([...outer, ...queries]);
}

function targetsOf({ kind, node }: Kinded): Kinded[] {
  if (kind === 'SelectStmt') return [...kindedIn(node, 'targetList')];
  return listIn(node, 'returningClause').flatMap((clause) => kindedIn(clause, 'exprs'));
}

/** The sources in FROM, and the written table. */
function sourcesOf(node: Node, ctes: Named): Sources {
  const sourceOf = ({ kind, node: item }: Kinded): [string, Kinded | string][] => {
    if (kind === 'JoinExpr') return [...kindedIn(item, 'larg'), ...kindedIn(item, 'rarg')].flatMap(sourceOf);
    const name = text(item, 'relname');
    const [alias = name] = listIn(item, 'alias').map((named) => text(named, 'aliasname'));
    const [query] = kindedIn(item, 'subquery');
    return [[alias, query ?? ctes.get(name) ?? name]];
  };
  const written = listIn(node, 'relation').map((relation) => ({ kind: 'RangeVar', node: relation }));
  const read = ['fromClause', 'usingClause'].flatMap((clause) => kindedIn(node, clause));
  return new Map([...written, ...read].flatMap(sourceOf));
}

function namesOf({ node }: Kinded, ctes: Named, sources: Sources): string[] {
  const [value] = kindedIn(node, 'val');
  if (!value) return [];
  const parts = value.kind === 'ColumnRef' ? nameIn(value.node, 'fields') : [];
  if (parts.at(-1) === '*') {
    const [alias] = parts.length > 1 ? parts : [];
    return rowNames(alias === undefined ? [...sources.keys()] : [alias], '.*', ctes, sources);
  }
  return [text(node, 'name') || nameOf(value), ...insideJson(value, ctes, sources)];
}

/** The names in whole rows of these sources; `form`: how a table's is written. */
function rowNames(
  aliases: readonly string[],
  form: '.*' | ' as JSON',
  ctes: Named,
  sources: Sources,
): string[] {
  return aliases.flatMap((alias) => {
    const source = sources.get(alias) ?? alias;
    return typeof source === 'string' ? [`${source}${form}`] : outputNames(source, ctes);
  });
}

const LAST_PART: Readonly<Record<string, string>> = { ColumnRef: 'fields', FuncCall: 'funcname' };

/** The name that Postgres gives to a column without AS. */
function nameOf({ kind, node }: Kinded): string {
  const field = LAST_PART[kind];
  if (field !== undefined) return nameIn(node, field).at(-1) ?? '';
  const [query] = kindedIn(node, 'subselect');
  if (query) return outputNames(query)[0] ?? '';
  const [inner] = kind === 'TypeCast' ? kindedIn(node, 'arg') : [];
  return inner ? nameOf(inner) : '';
}

/** The names in the JSON that an expression builds, of objects and of whole rows. */
function insideJson(value: Kinded, ctes: Named, outer: Sources): string[] {
  const { kind, node } = value;
  if (QUERIES.has(kind)) {
    const scope = withCtes(node, ctes);
    const sources = new Map([...outer, ...sourcesOf(node, scope)]);
    return targetsOf(value)
      .flatMap((target) => kindedIn(target.node, 'val'))
      .flatMap((each) => insideJson(each, scope, sources));
  }
  const own = kind === 'FuncCall' ? namesInJson(node, ctes, outer) : [];
  const children = Object.keys(node)
    .flatMap((field) => listIn(node, field))
    .flatMap(wrapped);
  return [...own, ...children.flatMap((child) => insideJson(child, ctes, outer))];
}

function namesInJson(call: Node, ctes: Named, sources: Sources): string[] {
  const name = nameIn(call, 'funcname').at(-1) ?? '';
  const values = kindedIn(call, 'args');
  if (BUILDS_OBJECT.test(name))
    return values
      .filter((_, at) => at % 2 === 0)
      .flatMap(({ node }) => listIn(node, 'sval').map((key) => text(key, 'sval')));
  if (!BUILDS_JSON.test(name)) return [];
  const rows = values.flatMap(({ kind, node }) => (kind === 'ColumnRef' ? [nameIn(node, 'fields')] : []));
  const aliases = rows.filter((fields) => fields.length === 1 && sources.has(fields[0] ?? '')).flat();
  return rowNames(aliases, ' as JSON', ctes, sources);
}

/** A child with its kind: not a bare node. */
function wrapped(child: Node): Kinded[] {
  const found = kinded(child);
  return /^[A-Z]/.test(found.kind) ? [found] : [];
}
