/** A response as it goes out. */
export interface HttpResponse {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of the two public APIs: how it spells what went wrong. */
export interface Dialect {
  readonly name: 'spree' | 'medusa';
  /** Pure. An error that is no CoreError gets a response without a detail. The path is the request's. */
  serializeError(error: unknown, path: string): HttpResponse;
}

/** Nest token of all dialects, for what fails before a controller is found. */
export const DIALECTS = Symbol('DIALECTS');

/** Spree's API lives under one prefix; everything else is Medusa's. Express finds routes in any case. */
export function dialectOfPath(dialects: readonly Dialect[], path: string): Dialect {
  const name = path.toLowerCase().startsWith('/api/v3/') ? 'spree' : 'medusa';
  const dialect = dialects.find((known) => known.name === name) ?? dialects[0];
  if (!dialect) throw new Error('no dialect is registered');
  return dialect;
}
