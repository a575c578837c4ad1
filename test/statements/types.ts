import type { Pool } from 'pg';
import { kindedIn, listIn, nameIn, type Kinded } from './tree';

/** Names in the database's catalog. */
export interface Catalog {
  /** Functions that are not immutable, in at least one of their forms. */
  readonly mutable: ReadonlySet<string>;
  readonly volatile: ReadonlySet<string>;
  /** Functions and columns of type timestamptz, in at least one of their forms. */
  readonly times: ReadonlySet<string>;
}

export async function catalogOf(pool: Pool): Promise<Catalog> {
  const named = async (text: string): Promise<Set<string>> =>
    new Set((await pool.query<{ name: string }>(text)).rows.map(({ name }) => name));
  return {
    mutable: await named(`SELECT proname AS name FROM pg_proc WHERE provolatile <> 'i'`),
    volatile: await named(`SELECT proname AS name FROM pg_proc WHERE provolatile = 'v'`),
    times: await named(
      `SELECT proname AS name FROM pg_proc WHERE prorettype = 'timestamptz'::regtype
       UNION SELECT attname FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
        WHERE atttypid = 'timestamptz'::regtype AND relnamespace = 'public'::regnamespace`,
    ),
  };
}

/** Whether an expression is a timestamptz: enough type inference to find a time plus an interval. */
export function isTime(expression: Kinded | undefined, catalog: Catalog): boolean {
  if (!expression) return false;
  const { kind, node } = expression;
  const name = (field: string): string => nameIn(node, field).at(-1) ?? '';
  switch (kind) {
    case 'FuncCall':
      return catalog.times.has(name('funcname'));
    case 'ColumnRef':
      return catalog.times.has(name('fields'));
    case 'TypeCast':
      return listIn(node, 'typeName').some((type) => nameIn(type, 'names').includes('timestamptz'));
    case 'CoalesceExpr':
    case 'MinMaxExpr':
      return kindedIn(node, 'args').some((part) => isTime(part, catalog));
    default:
      return isMoved(expression, catalog);
  }
}

/** A time plus or minus an interval: the result depends on the session's time zone, so it is only stable, not immutable. */
export function isMoved({ kind, node }: Kinded, catalog: Catalog): boolean {
  if (kind !== 'A_Expr' || !/^[+-]$/.test(nameIn(node, 'name')[0] ?? '')) return false;
  const [left, right] = ['lexpr', 'rexpr'].map((side) => isTime(kindedIn(node, side)[0], catalog));
  return left !== right;
}
