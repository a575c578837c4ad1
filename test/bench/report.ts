import { setTimeout as sleep } from 'node:timers/promises';
import { Checkout, postmasterOf, type Target } from './checkout';
import { startFloor, type Floor } from './floor-target';
import { measureMedusa } from './medusa';
import { measureMillion, type BySize } from './million';
import type { options } from './options';
import { memoryOf, stop, type Environment } from './processes';
import { ROWS, type Row } from './rows';
import { inTurn, type Cost } from './turns';

// The memory is measured a minute after the load, when garbage had time to be collected.
const REST_MS = 60_000;

/** A row's costs on this checkout, on the one it is compared with, and on the plain floor. */
export interface RowCosts {
  readonly row: string;
  readonly connections: number;
  readonly goal: string;
  readonly tandem: Cost;
  readonly against?: Cost;
  readonly floor?: Cost;
}

/** The results of one run on one machine. */
export interface Report {
  readonly rows: readonly RowCosts[];
  /** Resident memory of the server's process a minute after the load, MB; null if only some rows were requested. */
  readonly memoryMb: number | null;
  readonly bySize: BySize | null;
}

type Options = typeof options;

/** What rows are measured on. */
interface Bench {
  readonly tandem: Checkout;
  readonly against: Checkout | null;
  readonly floor: Floor;
  readonly postmaster: number;
}

export async function report(env: Environment, requested: Options): Promise<Report> {
  const { effort, medusa } = requested;
  const bench = await startBench(env, requested.against);
  const rows: RowCosts[] = [];
  for (const row of requestedRows(requested.rows)) rows.push(await costsOf(row, bench, effort));
  const loadEnded = performance.now();
  const million = requested.million ? await measureMillion(env, bench.postmaster, effort) : NO_MILLION;
  const memoryMb = requested.rows === '' ? await memoryAtRest(bench, loadEnded) : null;
  await Promise.all([bench.tandem.close(), bench.against?.close(), stop(bench.floor.server)]);
  if (medusa) rows.push(await measureMedusa(medusa, requested));
  return { rows: [...rows, ...million.rows], memoryMb, bySize: million.bySize };
}

const NO_MILLION = { rows: [], bySize: null };

async function startBench(env: Environment, against: string | undefined): Promise<Bench> {
  const tandem = await Checkout.start(env, 'bench');
  return {
    tandem,
    against: against ? await Checkout.start(env, 'against', against) : null,
    floor: await startFloor(tandem),
    postmaster: await postmasterOf(tandem.url),
  };
}

function requestedRows(pattern: string): Row[] {
  return ROWS.filter(({ name, connections }) => new RegExp(pattern).test(`${name}; ${connections}`));
}

async function costsOf(
  row: Row,
  { tandem, against, floor, postmaster }: Bench,
  effort: Options['effort'],
): Promise<RowCosts> {
  process.stderr.write(`${row.name}; ${row.connections}\n`);
  const targets: Record<string, Target> = {
    tandem: await tandem.prepare(row, effort),
    ...(against && { against: await against.prepare(row, effort) }),
    ...(row.floor && { floor: await floor.prepare(row.floor, row.connections, effort) }),
  };
  const costs = await inTurn(row, targets, effort, postmaster);
  const { name, connections, goal } = row;
  return { row: name, connections, goal, ...(costs as Pick<RowCosts, 'tandem' | 'against' | 'floor'>) };
}

async function memoryAtRest({ tandem }: Bench, since: number): Promise<number> {
  await sleep(Math.max(0, since + REST_MS - performance.now()));
  return memoryOf(tandem.server);
}
