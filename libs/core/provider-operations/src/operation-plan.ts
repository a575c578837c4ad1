import type { ResponseModel, Settled } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { ProviderData, ProviderVerb } from '@tandem/provider-kit';
import type { NewOperationOf, OperationOf, RecordedOutcome } from './provider-operation';

/** An operation to carry out. */
export type ToOpen<V extends ProviderVerb> =
  /** To be recorded, and called. */
  | { readonly open: NewOperationOf<V> }
  /** Another request carries out the same just now: this one waits for its outcome. */
  | { readonly concurrent: OperationOf<V> };

/** What step one comes to. */
export type Reserved<V extends ProviderVerb, Result> =
  | ToOpen<V>
  /** Nothing to call: it was done before, and this is what became of it. */
  | { readonly done: Settled<Result> };

/** What every act adds to the protocol. `reserve` and `settle` may run again: they do nothing but talk to the database. */
interface Plan<V extends ProviderVerb, Result, Model> {
  /** What of the result is the request's response; none where the act is a step of another. */
  readonly response: ResponseModel<Result, Model>;
  /** What the operation is about (UUID), so that one client key may begin one operation of a verb for each. */
  readonly targetId: string;
  /** From the shopper's page, for the gateway alone. Never stored: it may hold a card number. */
  readonly shopperData?: ProviderData;
  /** Ledger, session and events, once: `operations.settle` says whether another process was first. */
  settle(tx: Tx, operation: OperationOf<V>, outcome: RecordedOutcome<V>): Promise<Settled<Result>>;
}

/** Of an act that checks all under its locks. */
export interface OperationPlan<V extends ProviderVerb, Result, Model> extends Plan<V, Result, Model> {
  readonly prepare?: undefined;
  /** Locks, checks and sets aside. `key`: the operation's, where the request has a key of its own; else it is numbered. */
  reserve(tx: Tx, key: string | null): Promise<Reserved<V, Result>>;
}

/** Of an act that has something to look up, to refuse or to ask a gateway before it locks anything. */
export interface PreparedPlan<V extends ProviderVerb, Result, Model, Prepared> extends Plan<
  V,
  Result,
  Model
> {
  /** Outside of any transaction. What it refuses holds only where the request has begun nothing yet. */
  readonly prepare: () => Promise<Prepared>;
  reserve(tx: Tx, key: string | null, prepared: Prepared): Promise<Reserved<V, Result>>;
}

export type AnyPlan<V extends ProviderVerb, Result, Model, Prepared> =
  OperationPlan<V, Result, Model> | PreparedPlan<V, Result, Model, Prepared>;

export type Reserve<V extends ProviderVerb, Result> = OperationPlan<V, Result, unknown>['reserve'];

/** Step one, with what it needs from before its transaction. */
export async function reserveOf<V extends ProviderVerb, Result, Model, Prepared>(
  plan: AnyPlan<V, Result, Model, Prepared>,
): Promise<Reserve<V, Result>> {
  if (plan.prepare === undefined) return (tx, key) => plan.reserve(tx, key);
  const prepared = await plan.prepare();
  return (tx, key) => plan.reserve(tx, key, prepared);
}
