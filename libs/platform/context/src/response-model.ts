import type { Tx } from '@tandem/database';
import type { Result } from './core-error';
import { storeResponse, type RequestContext } from './request-context';

/** Which part of an act's result is the request's response, and what another act does in the same transaction. */
export interface ResponseModel<Value, Model> {
  /** False for a step of another act, which stores the response itself. */
  readonly isResponse: boolean;
  /** Takes the locks that `read` needs and that come before the act's own. */
  lock?(tx: Tx): Promise<void>;
  /**
   * Reads what the route returns, in the transaction that settles, so that a replay returns the same. It may change more, and refuse:
   * its error leaves the act's result settled, and is stored as the request's response once it is thrown.
   */
  read(tx: Tx, result: Value): Promise<Result<Model>>;
}

/** The response is what `read` returns. */
export function readerOf<Value, Model>(
  read: (tx: Tx, result: Value) => Promise<Model>,
): ResponseModel<Value, Model> {
  return { isResponse: true, read: async (tx, result) => ({ value: await read(tx, result) }) };
}

/** The result itself is the response. */
export function resultAsResponse<Value>(): ResponseModel<Value, Value> {
  return readerOf((_, result) => Promise.resolve(result));
}

/** The act is a step of another act in the same request: it runs under the same key and stores no response. */
export function noResponse<Value>(): ResponseModel<Value, Value> {
  return { ...resultAsResponse<Value>(), isResponse: false };
}

/** Reads the response in the transaction that makes it true, and stores it there. */
export async function respond<Value, Model>(
  ctx: RequestContext,
  tx: Tx,
  response: ResponseModel<Value, Model>,
  result: Result<Value>,
): Promise<Result<Model>> {
  if ('error' in result) return response.isResponse ? storeResponse(ctx, tx, result) : result;
  const settled = await response.read(tx, result.value);
  return response.isResponse && 'value' in settled ? storeResponse(ctx, tx, settled) : settled;
}
