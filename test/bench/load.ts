import { Connection } from './connection';

/** A request for the load generator; its texts are ASCII. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What one load measured. */
export interface Measured {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
  /** Responses with status 2xx. */
  readonly responses: number;
  /** Other responses and resets. */
  readonly errors: number;
}

/** The target, and either a duration or a number of requests. */
export type Load = { readonly url: string; readonly connections: number } & (
  { readonly seconds: number } | { readonly requests: number }
);

/** Sends requests on `connections` connections at once, the next as soon as one has its response. `make` builds the n-th. */
export async function measure(to: Load, make: (n: number) => Request): Promise<Measured> {
  const url = new URL(to.url);
  const max = 'requests' in to ? to.requests : Infinity;
  const began = performance.now();
  const deadline = 'seconds' in to ? began + to.seconds * 1000 : Infinity;
  const latencies: number[] = [];
  let sent = 0;
  let errors = 0;
  const sendAll = async (): Promise<void> => {
    const connection = new Connection(url);
    for (let now = performance.now(); sent < max && now < deadline;) {
      const status = await connection.send(make(sent++));
      const ended = performance.now();
      if (status >= 200 && status < 300) latencies.push(ended - now);
      else errors++;
      now = ended;
    }
    connection.close();
  };
  await Promise.all(Array.from({ length: to.connections }, sendAll));
  return summaryOf(latencies, errors, performance.now() - began);
}

function summaryOf(latencies: readonly number[], errors: number, ms: number): Measured {
  const sorted = Float64Array.from(latencies).sort();
  const quantile = (part: number): number => sorted[Math.floor(part * (sorted.length - 1))] ?? NaN;
  return {
    perSecond: (latencies.length * 1000) / ms,
    p50: quantile(0.5),
    p99: quantile(0.99),
    responses: latencies.length,
    errors,
  };
}
