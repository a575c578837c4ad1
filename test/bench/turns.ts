import type { Target } from './checkout';
import { cpuOf } from './cpu';
import { measure, type Measured } from './load';
import type { Effort } from './options';
import type { Row } from './rows';

/** What a row measured on one server, over all its turns. */
export interface Cost extends Measured {
  /** CPU time of the server's process and of Postgres, µs for each response. */
  readonly nodeUs: number;
  readonly postgresUs: number;
}

/** Measures a row on several servers in turn (A B A B …), so that what disturbs the machine disturbs them all. */
export async function inTurn<Name extends string>(
  row: Row,
  targets: Record<Name, Target>,
  { seconds, turns, once }: Effort,
  postmaster: number,
): Promise<Record<Name, Cost>> {
  const names = Object.keys(targets) as Name[];
  const costs = new Map<Name, Cost[]>(names.map((name) => [name, []]));
  for (let turn = 0; turn < turns; turn++)
    for (const name of names) {
      const { server, next } = targets[name];
      const at = { url: server.url, connections: row.connections };
      const isOnce = row.orders === 'once' && name !== 'floor';
      const load = isOnce ? { ...at, requests: once } : { ...at, seconds };
      costs.get(name)?.push(await costOf(() => measure(load, next), server.child.pid ?? 0, postmaster));
    }
  return Object.fromEntries([...costs].map(([name, all]) => [name, middle(all)])) as Record<Name, Cost>;
}

async function costOf(load: () => Promise<Measured>, node: number, postmaster: number): Promise<Cost> {
  const before = [cpuOf([node]), cpuOf([postmaster])] as const;
  const measured = await load();
  const responses = Math.max(measured.responses, 1);
  return {
    ...measured,
    nodeUs: ((cpuOf([node]) - before[0]) * 1000) / responses,
    postgresUs: ((cpuOf([postmaster]) - before[1]) * 1000) / responses,
  };
}

/** The median turn of each value. */
function middle(costs: readonly Cost[]): Cost {
  const of = (value: (cost: Cost) => number): number => {
    const sorted = costs.map(value).sort((one, other) => one - other);
    return ((sorted[(sorted.length - 1) >> 1] ?? NaN) + (sorted[sorted.length >> 1] ?? NaN)) / 2;
  };
  const sum = (value: (cost: Cost) => number): number =>
    costs.reduce((total, cost) => total + value(cost), 0);
  return {
    perSecond: of((cost) => cost.perSecond),
    p50: of((cost) => cost.p50),
    p99: of((cost) => cost.p99),
    responses: sum((cost) => cost.responses),
    errors: sum((cost) => cost.errors),
    nodeUs: of((cost) => cost.nodeUs),
    postgresUs: of((cost) => cost.postgresUs),
  };
}
