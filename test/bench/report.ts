import { setTimeout as sleep } from 'node:timers/promises';
import { Checkout, postmasterOf, type Target } from './checkout';
import { startFloor } from './floor-target';
import type { options } from './options';
import { memoryOf, stop, type Environment, type Listening } from './processes';
import { ROWS, type Row } from './rows';
import { inTurn, type Cost } from './turns';

// The memory is measured a minute after the load, when garbage had time to be collected.
const REST_MS = 60_000;

/** A row's costs on this checkout, on the one it is compared with, and on the plain floor. */
export interface RowCosts {
  readonly row: string;
  readonly connections: number;
  readonly tandem: Cost;
  readonly against?: Cost;
  readonly floor?: Cost;
}

/** The results of one run on one machine. */
export interface Report {
  readonly rows: readonly RowCosts[];
  /** Resident memory of the server's process a minute after the load, MB; null if only some rows were requested. */
  readonly memoryMb: number | null;
}

type Options = typeof options;

export const labelOf = ({ name, connections }: Row): string => `${name}; ${connections}`;

export async function report(env: Environment, requested: Options): Promise<Report> {
  const { rows: pattern, against, effort } = requested;
  const tandem = await Checkout.start(env, 'bench');
  const other = against ? await Checkout.start(env, 'against', against) : null;
  const floor = await startFloor(tandem);
  const postmaster = await postmasterOf(tandem.url);
  const rows: RowCosts[] = [];
  for (const row of ROWS.filter((one) => new RegExp(pattern).test(labelOf(one)))) {
    process.stderr.write(`${labelOf(row)}\n`);
    const targets: Record<string, Target> = {
      ...{ tandem: await tandem.prepare(row, effort) },
      ...(other && { against: await other.prepare(row, effort) }),
      ...(row.floor && { floor: await floor.prepare(row.floor, row.connections, effort) }),
    };
    const costs = await inTurn(row, targets, effort, postmaster);
    rows.push({ row: row.name, connections: row.connections, ...(costs as Pick<RowCosts, 'tandem'>) });
  }
  const memoryMb = pattern === '' ? await memoryAtRest(tandem.server) : null;
  await Promise.all([tandem.close(), other?.close(), stop(floor.server)]);
  return { rows, memoryMb };
}

async function memoryAtRest(server: Listening): Promise<number> {
  process.stderr.write('memory, in a minute\n');
  await sleep(REST_MS);
  return memoryOf(server);
}
