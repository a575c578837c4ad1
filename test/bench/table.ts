import type { AtSize, Growth } from './growth';
import type { BySize } from './million';
import type { Report, RowCosts } from './report';
import type { Cost } from './turns';

/** CPU of a request, the server's process and Postgres together. */
export const cpuUs = ({ nodeUs, postgresUs }: Cost): number => nodeUs + postgresUs;

const rounded = (value: number): string => (Number.isNaN(value) ? '' : value.toFixed(value < 10 ? 1 : 0));

const ratio = (value: number, of: number | undefined): string =>
  of === undefined ? '' : (value / of).toFixed(2);

/** The report as Markdown. Ratios of rates say who is faster, ratios of CPU who costs less; both are above 1 if Tandem is better. */
export function table(machine: string, { rows, memoryMb, bySize }: Report): string {
  const isCompared = rows.some(({ against }) => against);
  const head = [
    ...['row', 'connections', 'goal', 'req/s', 'of the floor', 'p50 ms', 'p99 ms', 'Node µs', 'Postgres µs'],
    ...['floor’s CPU/ours', 'floor req/s', 'errors'],
    ...(isCompared ? ['old req/s', 'old µs', 'new/old req/s', 'old/new CPU'] : []),
  ];
  return [
    `${new Date().toISOString().slice(0, 10)}, ${machine}`,
    '',
    line(head),
    line(head.map(() => '---')),
    ...rows.map((row) => line([...cells(row), ...(isCompared ? comparison(row) : [])])),
    '',
    ...(bySize ? [sizes(bySize), ''] : []),
    ...(memoryMb === null ? [] : [`memory of the server a minute after the load: ${memoryMb} MB`, '']),
  ].join('\n');
}

function sizes({ million, thousand }: BySize): string {
  const [rates, cpu] = [ratio(million.perSecond, thousand.perSecond), ratio(cpuUs(thousand), cpuUs(million))];
  return `Spree session create with a million sessions: ${rounded(million.perSecond)}/s, with a thousand ${rounded(thousand.perSecond)}/s: ${rates}; CPU ${cpu}`;
}

const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |`;

function cells({ row, connections, goal, tandem, floor }: RowCosts): string[] {
  const { perSecond, p50, p99, nodeUs, postgresUs, errors } = tandem;
  return [
    ...[row, String(connections), goal, rounded(perSecond), ratio(perSecond, floor?.perSecond)],
    ...[rounded(p50), rounded(p99), rounded(nodeUs), rounded(postgresUs)],
    ...[floor ? ratio(cpuUs(floor), cpuUs(tandem)) : '', floor ? rounded(floor.perSecond) : ''],
    String(errors + (floor?.errors ?? 0)),
  ];
}

function comparison({ tandem, against }: RowCosts): string[] {
  if (!against) return ['', '', '', ''];
  return [
    rounded(against.perSecond),
    `${rounded(against.nodeUs)} + ${rounded(against.postgresUs)}`,
    ratio(tandem.perSecond, against.perSecond),
    ratio(cpuUs(against), cpuUs(tandem)),
  ];
}

/** The cost of each row on a big shop, as a multiple of the cost on a small one. */
export function growthTable(machine: string, rows: readonly Growth[]): string {
  const sizeCells = ({ p50, p99, perSecond, cpuMs }: AtSize): string =>
    `${rounded(p50)} / ${rounded(p99)} (${rounded(perSecond)}) | ${cpuMs.toFixed(2)}`;
  const lines = rows.map(({ row, small, big }) => {
    const times = (small.perSecond / big.perSecond).toFixed(2);
    const cpu = (big.cpuMs / small.cpuMs).toFixed(2);
    return `| ${row} | ${sizeCells(small)} | ${sizeCells(big)} | ${times} | ${cpu} | ${small.errors + big.errors} |`;
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
