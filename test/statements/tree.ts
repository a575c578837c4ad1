/** A node of a parsed statement, as libpg-query prints it: a child is wrapped in its kind, `{ "ColumnRef": { … } }`, or bare. */
export interface Node {
  readonly [field: string]: Value;
}
type Value = string | number | boolean | undefined | Node | readonly Node[];

/** A node with its kind. */
export interface Kinded {
  readonly kind: string;
  readonly node: Node;
}

export function isNode(value: Value): value is Node {
  return typeof value === 'object' && !Array.isArray(value);
}

/** The nodes in a field: none, one or several. */
export function listIn(node: Node, field: string): readonly Node[] {
  const value = node[field];
  if (typeof value !== 'object') return [];
  return isNode(value) ? [value] : value;
}

/** The node inside its kind. */
export function kinded(wrapped: Node): Kinded {
  const [kind = '', node] = Object.entries(wrapped)[0] ?? [];
  return { kind, node: isNode(node) ? node : {} };
}

export function kindedIn(node: Node, field: string): readonly Kinded[] {
  return listIn(node, field).map(kinded);
}

/** All descendants with a kind, except those below a node that `isClosed`. */
export function* below(node: Node, isClosed: (kind: string) => boolean = () => false): Generator<Kinded> {
  for (const field of Object.keys(node)) {
    const isKind = /^[A-Z]/.test(field);
    for (const child of listIn(node, field)) {
      if (isKind) yield { kind: field, node: child };
      if (!isClosed(field)) yield* below(child, isClosed);
    }
  }
}

/** The parts of a dotted name of a column, function, operator or type. */
export function nameIn(node: Node, field: string): readonly string[] {
  return kindedIn(node, field).map(({ node: part }) =>
    typeof part['sval'] === 'string' ? part['sval'] : '*',
  );
}

export function text(node: Node, field: string): string {
  const value = node[field];
  return typeof value === 'string' ? value : '';
}
