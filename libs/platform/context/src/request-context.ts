import type { Tx } from '@tandem/database';
import type { Caller } from './caller';
import type { Settled } from './core-error';

/** The values of an idempotency row, for the one statement that claims, works and stores the response at once. */
export interface InlineClaim {
  readonly principal: string;
  /** SHA-256 of the client's key. */
  readonly keyHash: Buffer;
  /** HMAC of method, path, query and canonical JSON. */
  readonly fingerprint: Buffer;
  /** The status the stored answer will have. */
  readonly status: number;
}

/** What an act may know of the request's Idempotency-Key. Without one, every method does nothing. */
export interface Idempotency {
  /** Seed of provider operation keys: the same for every retry of this request; null without a key. */
  readonly seed: string | null;
  /** For a hot statement that inserts its own claim; null without a key or where the key is leased already. */
  readonly inline: InlineClaim | null;
  /** Claims the key inside `tx`, for work that commits with it. @throws ClaimTaken when somebody was first. */
  claim(tx: Tx): Promise<void>;
  /** Claims the key with a lease of its own, before a provider is called. @throws ClaimTaken */
  lease(): Promise<void>;
  /**
   * Stores what the act ends in, with the work it tells of: the read model that it returns, or a refusal.
   * @throws LeaseLost when another process has taken over
   */
  answer<T>(tx: Tx, settled: Settled<T>): Promise<void>;
}

/** What every act is given: whose store, who asks, and where the response is stored. No HTTP in it. */
export interface RequestContext {
  /** The store of the API key (UUID). Everything is looked up within it. */
  readonly storeId: string;
  readonly caller: Caller;
  readonly idempotency: Idempotency;
  /** The currency that the shopper's page says it shows, as it was spelled (Spree); left out where it says none. */
  readonly currency?: string;
}

/** Stores `settled` as the request's response in the transaction that made it true, and returns it. */
export async function answer<T>(ctx: RequestContext, tx: Tx, settled: Settled<T>): Promise<Settled<T>> {
  await ctx.idempotency.answer(tx, settled);
  return settled;
}

/** For requests without a key, the command line and workers: nothing is claimed, nothing stored. */
export const noIdempotency: Idempotency = {
  seed: null,
  inline: null,
  claim: () => Promise.resolve(),
  lease: () => Promise.resolve(),
  answer: () => Promise.resolve(),
};
