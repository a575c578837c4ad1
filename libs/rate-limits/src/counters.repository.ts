import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';

interface CounterRow {
  points: number;
  expire: bigint | null;
}

/** The statements of rate-limiter-flexible, run on our own pool. Its times are numbers, ours of the database bigint. */
@Injectable()
export class Counters {
  constructor(private readonly database: Database) {}

  async query({
    name = '',
    text,
    values = [],
  }: {
    name?: string;
    text: string;
    values?: unknown[];
  }): Promise<{
    rows: { points: number; expire: number | null }[];
    rowCount: number;
  }> {
    const found = await this.database.query<CounterRow>({ name: `counters ${name}`, text }, values);
    const rows = found.map(({ points, expire }) => ({
      points,
      expire: expire === null ? null : Number(expire),
    }));
    return { rows, rowCount: rows.length };
  }
}
