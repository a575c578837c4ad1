/** An HTTP response. */
export interface HttpResponse {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A public API with its own paths and error format. */
export interface Dialect {
  readonly name: string;
  /** Prefix of its paths, in lower case; null for the dialect of all other paths. */
  readonly pathPrefix: string | null;
  /** Request headers that its responses depend on, for the header Vary. */
  readonly variesBy: readonly string[];
  /** Pure. An error that is not a CoreError gets a response without details. `path` is the request's. */
  serializeError(error: unknown, path: string): HttpResponse;
}

/** Nest token of all dialects, for errors before a controller is found. */
export const DIALECTS = Symbol('DIALECTS');

/** Matches in any case, as Express does. */
export function dialectOfPath(dialects: readonly Dialect[], path: string): Dialect {
  const lowerCase = path.toLowerCase();
  const owner = dialects.find(({ pathPrefix }) => pathPrefix !== null && lowerCase.startsWith(pathPrefix));
  const dialect = owner ?? dialects.find(({ pathPrefix }) => pathPrefix === null) ?? dialects[0];
  if (!dialect) throw new Error('no dialect is registered');
  return dialect;
}
