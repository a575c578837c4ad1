import { readFileSync, writeFileSync } from 'node:fs';
import { cpuUs } from './table';
import type { Report } from './report';

// A guard against slow decay: the ratios of three routes to the plain floor, by CPU of a request, as they were last measured on an
// idle machine. CI prints what moved; it fails no build, because machines differ.

const FILE = 'test/bench/ratios.json';

/** The rows, as a pattern for --rows. */
export const RATIO_ROWS = '^(Spree session create; 16|session read; 16|capture; 16)$';

const TOLERANCE = 0.2;

type Ratios = Record<string, number>;

/** The floor's CPU of a request as a part of the server's: 1 costs as little as the floor. */
function ratiosOf({ rows }: Report): Ratios {
  return Object.fromEntries(
    rows.flatMap(({ row, tandem, floor }) =>
      floor ? [[row, Number((cpuUs(floor) / cpuUs(tandem)).toFixed(3))]] : [],
    ),
  );
}

export function writeRatios(report: Report): string {
  writeFileSync(FILE, `${JSON.stringify(ratiosOf(report), null, 2)}\n`);
  return `${FILE}: written\n`;
}

/** One line for each row: what moved by more than 20 %, or that it did not. */
export function compareRatios(report: Report): string {
  const stored = JSON.parse(readFileSync(FILE, 'utf8')) as Ratios;
  return Object.entries(ratiosOf(report))
    .map(([row, ratio]) => `bench: ${row}: ${ratio} of the floor, ${changeOf(ratio, stored[row] ?? NaN)}\n`)
    .join('');
}

function changeOf(ratio: number, stored: number): string {
  const change = ratio / stored - 1;
  if (Number.isNaN(change)) return 'not in ratios.json';
  if (Math.abs(change) <= TOLERANCE) return `as before (${stored})`;
  return `MOVED by ${Math.round(change * 100)} % from ${stored}`;
}
