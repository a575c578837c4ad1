import autocannon from 'autocannon';

/** A request for the load generator; built for each sending. */
export interface Request {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What one row measured. */
export interface Measured {
  readonly row: string;
  readonly connections: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Responses with status 2xx. */
  readonly responses: number;
  /** Other responses, resets and timeouts. */
  readonly errors: number;
}

/** The target, and either a duration or a number of requests. */
export type Load = { readonly url: string; readonly connections: number } & (
  { readonly seconds: number } | { readonly requests: number }
);

/** Sends requests on `connections` connections at once. */
export async function measure(row: string, to: Load, make: (n: number) => Request): Promise<Measured> {
  let n = 0;
  const result = await autocannon({
    url: to.url,
    connections: to.connections,
    ...('requests' in to ? { amount: to.requests } : { duration: to.seconds }),
    requests: [{ setupRequest: (request) => ({ ...request, ...make(n++) }) }],
  });
  return {
    row,
    connections: to.connections,
    responses: result['2xx'] ?? 0,
    perSecond: Math.round((result['2xx'] ?? 0) / result.duration),
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.non2xx + result.errors + result.timeouts,
  };
}
