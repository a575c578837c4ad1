import { parseArgs } from 'node:util';

/** How long and how often each row is measured. */
export interface Effort {
  readonly seconds: number;
  /** Turns of each row: A B A B … */
  readonly turns: number;
  /** Requests to a new server before its first row, and to a used one before each further row. */
  readonly warmUp: number;
  readonly warmUpOfRow: number;
  /** Requests of a row whose orders can be used only once, in each turn. */
  readonly once: number;
}

// A new process reaches its speed after about 20,000 requests.
const FULL: Effort = { seconds: 1.5, turns: 4, warmUp: 20_000, warmUpOfRow: 2_000, once: 500 };
const QUICK: Effort = { seconds: 1, turns: 4, warmUp: 3_000, warmUpOfRow: 1_000, once: 250 };

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seconds: { type: 'string' },
    turns: { type: 'string' },
    rows: { type: 'string', default: '' },
    against: { type: 'string', default: process.env['BENCH_AGAINST'] },
    million: { type: 'boolean', default: false },
    big: { type: 'boolean', default: false },
    // Compare three rows' ratios to the floor with ratios.json, or store them there.
    ratios: { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
    // A running Medusa's URL, its publishable key, and a file with ids of payment collections, one a line.
    medusa: { type: 'string' },
    key: { type: 'string', default: '' },
    collections: { type: 'string', default: '' },
  },
});

const effort = values.quick || (values.ratios && !values.write) ? QUICK : FULL;

/** The command's options; unknown ones are refused. */
export const options = {
  ...values,
  effort: {
    ...effort,
    seconds: Number(values.seconds ?? effort.seconds),
    turns: Number(values.turns ?? effort.turns),
  },
};
