import type { Tx } from '@tandem/database';
import type { Result } from './core-error';
import { storeResponse, type RequestContext } from './request-context';

/** Which part of an act's result is the request's response. */
export interface ResponseModel<Value, Model> {
  /** False for a step of another act, which stores the response itself. */
  readonly isResponse: boolean;
  /** Reads what the route returns, in the transaction that settles, so that a replay returns the same. */
  read(tx: Tx, result: Value): Promise<Model>;
}

/** The response is what `read` returns. */
export function readerOf<Value, Model>(
  read: (tx: Tx, result: Value) => Promise<Model>,
): ResponseModel<Value, Model> {
  return { isResponse: true, read };
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
  const settled = 'error' in result ? result : { value: await response.read(tx, result.value) };
  return response.isResponse ? storeResponse(ctx, tx, settled) : settled;
}
