import type { Report } from './main';

/** The report as a person reads it; ratios are of the floor at the same connections, in the same run. */
export function table({ machine, rows, bySize, memoryMb, readyMs }: Report): string {
  const floors = new Map(rows.filter(({ row }) => row === 'floor').map(({ connections, perSecond }) => [connections, perSecond]));
  const lines = rows.map(({ row, connections, perSecond, p50, p99, errors }) => {
    const ratio = perSecond / (floors.get(connections) ?? NaN);
    return `| ${row} | ${connections} | ${perSecond} | ${ratio.toFixed(2)} | ${p50} | ${p99} | ${errors} |`;
  });
  const sizes = bySize.map(({ sessions, perSecond }) => `Spree session create, 16 connections, ${sessions.toLocaleString('en')} sessions in the table: ${perSecond}/s`);
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
