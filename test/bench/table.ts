import type { AtSize, Growth } from './growth';
import type { Report } from './main';

/** The floor a row is compared with, if not the plain one. */
const FLOORS: Readonly<Record<string, string>> = {
  'floor of replacing': 'floor of replacing',
  'Medusa session create': 'floor of replacing',
  'floor of one collection': 'floor of one collection',
  'Medusa create on one collection': 'floor of one collection',
};

/** The report as a Markdown table; ratios are to the floor at the same number of connections, in the same run. */
export function table({ machine, rows, bySize, memoryMb, readyMs }: Report): string {
  const floorOf = (row: string, connections: number): number => {
    const floor = FLOORS[row] ?? 'floor';
    return rows.find((other) => other.row === floor && other.connections === connections)?.perSecond ?? NaN;
  };
  const lines = rows.map(({ row, connections, perSecond, p50, p99, errors }) => {
    const ratio = perSecond / floorOf(row, connections);
    return `| ${row} | ${connections} | ${perSecond} | ${ratio.toFixed(2)} | ${p50} | ${p99} | ${errors} |`;
  });
  const sizes = bySize.map(
    ({ sessions, perSecond }) =>
      `Spree session create, 16 connections, ${sessions.toLocaleString('en')} sessions in the table: ${perSecond}/s`,
  );
  return [
    machine,
    '',
    '| row | connections | req/s | of the floor | p50 ms | p99 ms | errors |',
    '|---|---|---|---|---|---|---|',
    ...lines,
    '',
    ...sizes,
    `server memory after the load: ${memoryMb} MB; ready with an existing database: ${readyMs} ms`,
    '',
  ].join('\n');
}

/** The cost of each row on a big shop, as a multiple of the cost on a small one. */
export function growthTable(machine: string, rows: readonly Growth[]): string {
  const cells = ({ p50, p99, perSecond, cpuMs }: AtSize): string =>
    `${p50} / ${p99} (${perSecond}) | ${cpuMs.toFixed(2)}`;
  const lines = rows.map(({ row, small, big }) => {
    const times = (small.perSecond / big.perSecond).toFixed(2);
    const cpu = (big.cpuMs / small.cpuMs).toFixed(2);
    return `| ${row} | ${cells(small)} | ${cells(big)} | ${times} | ${cpu} | ${small.errors + big.errors} |`;
  });
  return [
    machine,
    '',
    '| 8 connections | small p50 / p99 ms (req/s) | CPU ms | big | CPU ms | small/big req/s | big/small CPU | errors |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}
