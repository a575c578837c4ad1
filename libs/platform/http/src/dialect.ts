/** A response as it goes out. */
export interface HttpResponse {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A public API with its own paths and its own form of errors. */
export interface Dialect {
  readonly name: string;
  /** What its paths start with, in lower case; null for the dialect of all other paths. */
  readonly pathPrefix: string | null;
  /** Request headers that its responses depend on, for the header Vary. */
  readonly variesBy: readonly string[];
  /** Pure. An error that is no CoreError gets a response without details. The path is the request's. */
  serializeError(error: unknown, path: string): HttpResponse;
}

/** Nest token of all dialects, for what fails before a controller is found. */
export const DIALECTS = Symbol('DIALECTS');

/** Express matches routes in any case, and so does this. */
export function dialectOfPath(dialects: readonly Dialect[], path: string): Dialect {
  const lowerCase = path.toLowerCase();
  const owner = dialects.find(({ pathPrefix }) => pathPrefix !== null && lowerCase.startsWith(pathPrefix));
  const dialect = owner ?? dialects.find(({ pathPrefix }) => pathPrefix === null) ?? dialects[0];
  if (!dialect) throw new Error('no dialect is registered');
  return dialect;
}
