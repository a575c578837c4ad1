import type { Tx } from '@tandem/database';
import type { Caller } from './caller';
import type { Result } from './core-error';

/** The values of an idempotency row, for the one statement that claims the key, does the work and stores the response. */
export interface InlineClaim {
  readonly principal: string;
  /** SHA-256 of the client's key. */
  readonly keyHash: Buffer;
  /** HMAC of method, path, query and canonical JSON. */
  readonly fingerprint: Buffer;
  /** The status of the stored response. */
  readonly status: number;
}

/** The request's Idempotency-Key as an act sees it. Without a key, every method does nothing. */
export interface Idempotency {
  /** Seed of the provider's idempotency keys: the same for every retry of this request; null without a key. */
  readonly seed: string | null;
  /** For a hot statement that inserts the claim itself; null without a key or when the key is already leased. */
  readonly inline: InlineClaim | null;
  /** Claims the key inside `tx`, for work that commits with it. @throws ClaimTaken when another request has claimed it */
  claim(tx: Tx): Promise<void>;
  /** Claims the key with a lease, before a provider is called. @throws ClaimTaken */
  lease(): Promise<void>;
  /** The same in the transaction that records the call: the lease is renewed from its commit on. @throws ClaimTaken */
  leaseIn(tx: Tx): Promise<void>;
  /**
   * Stores the act's outcome (the read model it returns, or an error) in the transaction that makes it true.
   * @throws LeaseLost when another process has taken over
   */
  storeResponse<T>(tx: Tx, result: Result<T>): Promise<void>;
}

/** What every act receives: the store, the caller, and where to store the response. No HTTP. */
export interface RequestContext {
  /** The store of the API key (UUID). Every lookup is scoped to it. */
  readonly storeId: string;
  readonly caller: Caller;
  readonly idempotency: Idempotency;
  /** The currency the storefront displays, in the case it was sent (Spree); undefined if none was sent. */
  readonly currency?: string;
}

/** Stores `result` as the request's response, in the transaction that makes it true, and returns it. */
export async function storeResponse<T>(ctx: RequestContext, tx: Tx, result: Result<T>): Promise<Result<T>> {
  await ctx.idempotency.storeResponse(tx, result);
  return result;
}

/** For requests without a key, the command line and workers: claims and stores nothing. */
export const noIdempotency: Idempotency = {
  seed: null,
  inline: null,
  claim: () => Promise.resolve(),
  lease: () => Promise.resolve(),
  leaseIn: () => Promise.resolve(),
  storeResponse: () => Promise.resolve(),
};
