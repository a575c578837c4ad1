import { Injectable } from '@nestjs/common';
import {
  CoreError,
  respond,
  unwrap,
  type RequestContext,
  type ResponseModel,
  type Settled,
} from '@tandem/context';
import { Database, type Queryable, type Tx } from '@tandem/database';
import type { ProviderData, ProviderVerb } from '@tandem/provider-kit';
import { ExecuteOperation, type Begun } from './execute-operation';
import { requestKey } from './operation-key';
import type { NewOperationOf, OperationOf, RecordedOutcome } from './provider-operation';
import { ProviderOperations } from './provider-operations.repository';

type ToOpen<V extends ProviderVerb> =
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

type AnyPlan<V extends ProviderVerb, Result, Model, Prepared> =
  OperationPlan<V, Result, Model> | PreparedPlan<V, Result, Model, Prepared>;

type Reserve<V extends ProviderVerb, Result> = OperationPlan<V, Result, unknown>['reserve'];

/** What the request's own key has begun before; null where it has no key. */
type FindOwn<V extends ProviderVerb> = (on: Queryable) => Promise<OperationOf<V> | null>;

/**
 * The protocol of every call to a gateway that a request waits for:
 * 1. lease: the request's idempotency key, so that no two processes carry it out;
 * 2. reserve, in one transaction: a new operation, or the one that the key has from before a crash;
 * 3. call, with nothing locked;
 * 4. settle, in one transaction that stores the response too.
 * A refusal is thrown after its commit: thrown earlier it would roll back its own record.
 * An unknown outcome is thrown before step four: operation and reservation stay, and the resolver or a retry carries on.
 */
@Injectable()
export class OperationRunner {
  constructor(
    private readonly database: Database,
    private readonly operations: ProviderOperations,
    private readonly execute: ExecuteOperation,
  ) {}

  /** @throws OutcomeUnknown, and what the plan's own steps do */
  async run<V extends ProviderVerb, Result, Model, Prepared = undefined>(
    ctx: RequestContext,
    verb: V,
    plan: AnyPlan<V, Result, Model, Prepared>,
  ): Promise<Model> {
    await ctx.idempotency.lease();
    const begun = await this.begin(ctx, verb, plan);
    if ('done' in begun) return unwrap(begun.done);
    const outcome = await this.execute.run(begun, plan.shopperData);
    const settled = await this.database.transaction(async (tx) =>
      respond(ctx, tx, plan.response, await plan.settle(tx, begun.operation, outcome)),
    );
    return unwrap(settled);
  }

  /**
   * Most requests come once: the key's operation is looked for only where step one cannot be taken again, for what it would set
   * aside is set aside already, or the operation's insert finds the key taken. Nothing of a failed step one is left. So no check of
   * an act may refuse before this: a retry whose method or card was removed since still finds what it has begun.
   */
  private async begin<V extends ProviderVerb, Result, Model, Prepared>(
    ctx: RequestContext,
    verb: V,
    plan: AnyPlan<V, Result, Model, Prepared>,
  ): Promise<Begun<V> | { readonly done: Settled<Model> }> {
    const { seed } = ctx.idempotency;
    const key = seed === null ? null : requestKey(seed, verb, plan.targetId);
    const findOwn: FindOwn<V> = (on) =>
      key === null ? Promise.resolve(null) : this.operations.findByKey(on, ctx.storeId, verb, key);
    try {
      const reserve = await reserveOf(plan);
      return await this.database.transaction(async (tx) => {
        const reserved = await reserve(tx, key);
        if ('done' in reserved) return { done: await respond(ctx, tx, plan.response, reserved.done) };
        return this.open(tx, reserved, findOwn);
      });
    } catch (error) {
      const mayBeBegun = error instanceof CoreError || error instanceof KeyTaken;
      const own = mayBeBegun ? await findOwn(this.database) : null;
      if (own === null) throw error;
      return { operation: own, origin: 'retry' };
    }
  }

  private async open<V extends ProviderVerb>(
    tx: Tx,
    reserved: ToOpen<V>,
    findOwn: FindOwn<V>,
  ): Promise<Begun<V>> {
    if ('concurrent' in reserved) {
      // Its own comes first: a retry never waits for, nor carries on, what another request has begun since.
      const own = await findOwn(tx);
      return own
        ? { operation: own, origin: 'retry' }
        : { operation: reserved.concurrent, origin: 'concurrent' };
    }
    const operation = await this.operations.open(tx, reserved.open);
    if (operation === null) throw new KeyTaken();
    return { operation, origin: 'new' };
  }
}

/** Step one, with what it needs from before its transaction. */
async function reserveOf<V extends ProviderVerb, Result, Model, Prepared>(
  plan: AnyPlan<V, Result, Model, Prepared>,
): Promise<Reserve<V, Result>> {
  if (plan.prepare === undefined) return (tx, key) => plan.reserve(tx, key);
  const prepared = await plan.prepare();
  return (tx, key) => plan.reserve(tx, key, prepared);
}

/** Rolls the reservation back. */
class KeyTaken extends Error {}
