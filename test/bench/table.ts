import type { Report } from './main';

/** What a row is measured against, where that is not the plain floor. */
const FLOORS: Readonly<Record<string, string>> = {
  'floor of replacing': 'floor of replacing',
  'Medusa session create': 'floor of replacing',
  'floor of one collection': 'floor of one collection',
  'Medusa create on one collection': 'floor of one collection',
};

/** The report as a person reads it; ratios are of the floor at the same connections, in the same run. */
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
