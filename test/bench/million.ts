import { Checkout, type Target } from './checkout';
import type { Effort } from './options';
import type { Environment } from './processes';
import type { RowCosts } from './report';
import { CREATE_ROW, MILLION_ROW, type Row } from './rows';
import { inTurn, type Cost } from './turns';

/** Creating a session with a million sessions (and payments) in the database, and with a thousand. */
export interface BySize {
  readonly million: Cost;
  readonly thousand: Cost;
}

/** The rows that need a database with a million payments. */
export async function measureMillion(
  env: Environment,
  postmaster: number,
  effort: Effort,
): Promise<{ rows: RowCosts[]; bySize: BySize }> {
  process.stderr.write('filling a database with a million payments\n');
  const thousand = await Checkout.start(env, 'thousand');
  await thousand.world.fill(1_000);
  const million = await Checkout.start(env, 'million');
  await million.world.fill(1_000_000);
  const prepare = async (row: Row): Promise<Record<'million' | 'thousand', Target>> => ({
    million: await million.prepare(row, effort),
    thousand: await thousand.prepare(row, effort),
  });
  const bySize = await inTurn(CREATE_ROW, await prepare(CREATE_ROW), effort, postmaster);
  const lists = await inTurn(
    MILLION_ROW,
    { tandem: await million.prepare(MILLION_ROW, effort) },
    effort,
    postmaster,
  );
  await Promise.all([million.close(), thousand.close()]);
  const { name, connections, goal } = MILLION_ROW;
  return { rows: [{ row: name, connections, goal, ...lists }], bySize };
}
