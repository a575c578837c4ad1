/** An HTTP response. */
export interface HttpResponse {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of the two public APIs: how it formats errors. */
export interface Dialect {
  readonly name: 'spree' | 'medusa';
  /** Pure. An error that is not a CoreError gets a response without details. `path` is the request's. */
  serializeError(error: unknown, path: string): HttpResponse;
}

/** Nest token of all dialects, for errors before a controller is found. */
export const DIALECTS = Symbol('DIALECTS');

/** Spree's API has one prefix; everything else is Medusa's. Express matches paths in any case. */
export function dialectOfPath(dialects: readonly Dialect[], path: string): Dialect {
  const name = path.toLowerCase().startsWith('/api/v3/') ? 'spree' : 'medusa';
  const dialect = dialects.find((known) => known.name === name) ?? dialects[0];
  if (!dialect) throw new Error('no dialect is registered');
  return dialect;
}
