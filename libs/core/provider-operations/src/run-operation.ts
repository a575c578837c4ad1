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

/** What step one comes to. */
export type Reserved<V extends ProviderVerb, Result> =
  /** To be recorded, and called. */
  | { readonly open: NewOperationOf<V> }
  /** Another request carries out the same just now: this one waits for its outcome. */
  | { readonly concurrent: OperationOf<V> }
  /** Nothing to call: it was done before, and this is what became of it. */
  | { readonly done: Settled<Result> };

/** What an act adds to the protocol. `reserve` and `settle` may run again: they do nothing but talk to the database. */
export interface OperationPlan<V extends ProviderVerb, Result, Model> {
  /** What of the result is the request's response; none where the act is a step of another. */
  readonly response: ResponseModel<Result, Model>;
  /** What the operation is about (UUID), so that one client key may begin one operation of a verb for each. */
  readonly targetId: string;
  /** From the shopper's page, for the gateway alone. Never stored: it may hold a card number. */
  readonly shopperData?: ProviderData;
  /** Locks, checks and sets aside. `key`: the operation's, where the request has a key of its own; else it is numbered. */
  reserve(tx: Tx, key: string | null): Promise<Reserved<V, Result>>;
  /** Ledger, session and events, once: `operations.settle` says whether another process was first. */
  settle(tx: Tx, operation: OperationOf<V>, outcome: RecordedOutcome<V>): Promise<Settled<Result>>;
}

/** The operation of the request's own key. */
interface OwnOperation<V extends ProviderVerb> {
  /** Null where the request has none. */
  readonly key: string | null;
  /** What the key has begun before. */
  readonly findOwn: (on: Queryable) => Promise<OperationOf<V> | null>;
}

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

  /** @throws OutcomeUnknown, and what `reserve` and `settle` do */
  async run<V extends ProviderVerb, Result, Model>(
    ctx: RequestContext,
    verb: V,
    plan: OperationPlan<V, Result, Model>,
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
   * aside is set aside already, or the operation's insert finds the key taken. Nothing of a failed step one is left.
   */
  private async begin<V extends ProviderVerb, Result, Model>(
    ctx: RequestContext,
    verb: V,
    plan: OperationPlan<V, Result, Model>,
  ): Promise<Begun<V> | { readonly done: Settled<Model> }> {
    const { seed } = ctx.idempotency;
    const key = seed === null ? null : requestKey(seed, verb, plan.targetId);
    const findOwn = (on: Queryable): Promise<OperationOf<V> | null> =>
      key === null ? Promise.resolve(null) : this.operations.findByKey(on, ctx.storeId, verb, key);
    try {
      return await this.database.transaction((tx) => this.reserve(tx, ctx, plan, { key, findOwn }));
    } catch (error) {
      const mayBeBegun = error instanceof CoreError || error instanceof KeyTaken;
      const own = mayBeBegun ? await findOwn(this.database) : null;
      if (own === null) throw error;
      return { operation: own, origin: 'retry' };
    }
  }

  private async reserve<V extends ProviderVerb, Result, Model>(
    tx: Tx,
    ctx: RequestContext,
    plan: OperationPlan<V, Result, Model>,
    { key, findOwn }: OwnOperation<V>,
  ): Promise<Begun<V> | { readonly done: Settled<Model> }> {
    const reserved = await plan.reserve(tx, key);
    if ('done' in reserved) return { done: await respond(ctx, tx, plan.response, reserved.done) };
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

/** Rolls the reservation back. */
class KeyTaken extends Error {}
