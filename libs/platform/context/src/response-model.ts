import type { Tx } from '@tandem/database';
import type { Settled } from './core-error';
import { storeResponse, type RequestContext } from './request-context';

/** Which part of an act's result is the request's response. */
export interface ResponseModel<Result, Model> {
  /** False for a step of another act, which stores the response itself. */
  readonly isResponse: boolean;
  /** Reads what the route returns, in the transaction that settles, so that a replay returns the same. */
  read(tx: Tx, result: Result): Promise<Model>;
}

/** The response is what `read` returns. */
export function readerOf<Result, Model>(
  read: (tx: Tx, result: Result) => Promise<Model>,
): ResponseModel<Result, Model> {
  return { isResponse: true, read };
}

/** The result itself is the response. */
export function resultAsResponse<Result>(): ResponseModel<Result, Result> {
  return readerOf((_, result) => Promise.resolve(result));
}

/** The act is a step of another act in the same request: it runs under the same key and stores no response. */
export function noResponse<Result>(): ResponseModel<Result, Result> {
  return { ...resultAsResponse<Result>(), isResponse: false };
}

/** Reads the response in the transaction that makes it true, and stores it there. */
export async function respond<Result, Model>(
  ctx: RequestContext,
  tx: Tx,
  response: ResponseModel<Result, Model>,
  result: Settled<Result>,
): Promise<Settled<Model>> {
  const settled = 'refusal' in result ? result : { value: await response.read(tx, result.value) };
  return response.isResponse ? storeResponse(ctx, tx, settled) : settled;
}
