import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Pool } from 'pg';
import { serverEnv } from '../support/tandem';
import { looseTables } from './bound-tables';
import { NOT_SPREAD, OF_ALL_STORES } from './of-all-stores';
import { refusedForms } from './refused-forms';
import { below, kinded, type Kinded, type Node } from './tree';
import { catalogOf, type Catalog } from './types';

interface Parsed {
  readonly name: string;
  readonly text: string;
  readonly tree: Node;
}

let pool: Pool;
let catalog: Catalog;
let tenants: Set<string>;
let statements: readonly Parsed[];

const parse = async (texts?: readonly string[]): Promise<readonly Parsed[]> => {
  const asked = texts ? [JSON.stringify(texts.map((text) => ({ name: text, text })))] : [];
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['test/statements/parse.mjs', ...asked], {
    maxBuffer: 2 ** 26,
  });
  return JSON.parse(stdout) as Parsed[];
};

const isTenants = (table: string): boolean => tenants.has(table);
const looseIn = ({ tree }: Parsed): readonly string[] => looseTables(kinded(tree), isTenants).loose;
const refusedIn = ({ tree }: Parsed): readonly string[] => refusedForms(kinded(tree), catalog, isTenants);

beforeAll(async () => {
  pool = new Pool({ connectionString: serverEnv['DATABASE_URL'], max: 1 });
  catalog = await catalogOf(pool);
  const { rows } = await pool.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'store_id'`,
  );
  tenants = new Set(rows.map(({ name }) => name).filter((name) => !(name in NOT_SPREAD)));
  statements = await parse();
});

afterAll(() => pool.end());

const findings = (
  of: (statement: Parsed) => readonly string[],
  among: readonly Parsed[],
): Record<string, readonly string[]> =>
  Object.fromEntries(
    among
      .map((statement) => [statement.name, of(statement)] as const)
      .filter(([, found]) => found.length > 0),
  );

it('every table of a tenant that a statement reads or writes is held to its store', () => {
  expect(
    findings(
      looseIn,
      statements.filter(({ name }) => !(name in OF_ALL_STORES)),
    ),
  ).toEqual({});
});

it('no statement has a form that a distributed Postgres refuses', () => {
  expect(findings(refusedIn, statements)).toEqual({});
});
