import type { ResponseModel, Result } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { ProviderData, ProviderVerb } from '@tandem/provider-kit';
import type { NewOperationOf, OperationOf, RecordedOutcome } from './provider-operation';

/** An operation to execute. */
export type ToOpen<V extends ProviderVerb> =
  /** A new operation to record and call. */
  | { readonly open: NewOperationOf<V> }
  /** Another request is already executing it: this one waits for the outcome. */
  | { readonly concurrent: OperationOf<V> };

/** The result of step one. */
export type Reserved<V extends ProviderVerb, Value> =
  | ToOpen<V>
  /** Already done, so no call is needed: its result. */
  | { readonly done: Result<Value> };

/** What a use case adds to the protocol. `reserve` and `settle` may run more than once, so they only use the database. */
interface Plan<V extends ProviderVerb, Value, Model> {
  /** How the result becomes the response; sends none if this is a step of another use case. */
  readonly response: ResponseModel<Value, Model>;
  /** The target (UUID): one client key may begin one operation per verb and target. */
  readonly targetId: string;
  /** From the shopper's page, only for the gateway. Never stored: it may contain a card number. */
  readonly shopperData?: ProviderData;
  /** Writes ledger, session and events, once: `operations.settle` returns whether this process is the first. */
  settle(tx: Tx, operation: OperationOf<V>, outcome: RecordedOutcome<V>): Promise<Result<Value>>;
}

/** For a use case that checks everything under its locks. */
export interface OperationPlan<V extends ProviderVerb, Value, Model> extends Plan<V, Value, Model> {
  readonly prepare?: undefined;
  /** Locks, checks and reserves. `key`: the operation's key if the request has an idempotency key; null: number it. */
  reserve(tx: Tx, key: string | null): Promise<Reserved<V, Value>>;
}

/** For a use case that looks something up, refuses or calls a gateway before it locks anything. */
export interface PreparedPlan<V extends ProviderVerb, Value, Model, Prepared> extends Plan<V, Value, Model> {
  /** Runs outside any transaction. Its errors are ignored if the request already has an operation. */
  readonly prepare: () => Promise<Prepared>;
  reserve(tx: Tx, key: string | null, prepared: Prepared): Promise<Reserved<V, Value>>;
}

export type AnyPlan<V extends ProviderVerb, Value, Model, Prepared> =
  OperationPlan<V, Value, Model> | PreparedPlan<V, Value, Model, Prepared>;

export type Reserve<V extends ProviderVerb, Value> = OperationPlan<V, Value, unknown>['reserve'];

/** Step one, after its preparation outside the transaction. */
export async function reserveOf<V extends ProviderVerb, Value, Model, Prepared>(
  plan: AnyPlan<V, Value, Model, Prepared>,
): Promise<Reserve<V, Value>> {
  if (plan.prepare === undefined) return (tx, key) => plan.reserve(tx, key);
  const prepared = await plan.prepare();
  return (tx, key) => plan.reserve(tx, key, prepared);
}
