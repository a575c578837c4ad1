import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { ProviderData, ProviderVerb } from '@tandem/provider-kit';
import { ExecuteOperation, type Begun } from './execute-operation';
import { requestKey } from './operation-key';
import type { NewOperationOf, OperationOf, RecordedOutcome } from './provider-operation';
import { ProviderOperations } from './provider-operations.repository';

/** What step one comes to. */
export type Reserved<V extends ProviderVerb, T> =
  /** To be recorded, and called. */
  | { readonly open: NewOperationOf<V> }
  /** Another request carries out the same just now: this one waits for its outcome. */
  | { readonly concurrent: OperationOf<V> }
  /** Nothing to call: it was done before, and this is what became of it. */
  | { readonly done: Settled<T> };

/** What an act adds to the protocol. `reserve` and `settle` may run again: they do nothing but talk to the database. */
export interface OperationPlan<V extends ProviderVerb, T> {
  /** What the operation is about (UUID), so that one client key may begin one operation of a verb for each. */
  readonly targetId: string;
  /** From the shopper's page, for the gateway alone. Never stored: it may hold a card number. */
  readonly shopperData?: ProviderData;
  /** Locks, checks and sets aside. `key`: the operation's, where the request has a key of its own; else it is numbered. */
  reserve(tx: Tx, key: string | null): Promise<Reserved<V, T>>;
  /** Ledger, session and events, once: `operations.settle` says whether another process was first. */
  settle(tx: Tx, operation: OperationOf<V>, outcome: RecordedOutcome<V>): Promise<Settled<T>>;
}

/**
 * The protocol of every call to a gateway that a request waits for:
 * 1. lease: the request's idempotency key, so that no two processes carry it out;
 * 2. reserve, in one transaction: the operation that the key has from before a crash, or a new one;
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
  async run<V extends ProviderVerb, T>(ctx: RequestContext, verb: V, plan: OperationPlan<V, T>): Promise<T> {
    await ctx.idempotency.lease();
    const begun = await this.begin(ctx, verb, plan);
    if ('done' in begun) return unwrap(begun.done);
    const outcome = await this.execute.run(begun, plan.shopperData);
    const settled = await this.database.transaction(async (tx) =>
      answer(ctx, tx, await plan.settle(tx, begun.operation, outcome)),
    );
    return unwrap(settled);
  }

  private begin<V extends ProviderVerb, T>(
    ctx: RequestContext,
    verb: V,
    plan: OperationPlan<V, T>,
  ): Promise<Begun<V> | { readonly done: Settled<T> }> {
    const { seed } = ctx.idempotency;
    const key = seed === null ? null : requestKey(seed, verb, plan.targetId);
    return this.beginOnce(ctx, verb, plan, key).catch((error: unknown) => {
      // A process that has lost its lease may begin the same beside us: its operation is found now.
      if (error instanceof KeyTaken) return this.beginOnce(ctx, verb, plan, key);
      throw error;
    });
  }

  private beginOnce<V extends ProviderVerb, T>(
    ctx: RequestContext,
    verb: V,
    plan: OperationPlan<V, T>,
    key: string | null,
  ): Promise<Begun<V> | { readonly done: Settled<T> }> {
    return this.database.transaction(async (tx) => {
      const own = key === null ? null : await this.operations.findByKey(tx, ctx.storeId, verb, key);
      if (own) return { operation: own, origin: 'retry' };
      const reserved = await plan.reserve(tx, key);
      if ('done' in reserved) return { done: await answer(ctx, tx, reserved.done) };
      if ('concurrent' in reserved) return { operation: reserved.concurrent, origin: 'concurrent' };
      const operation = await this.operations.open(tx, reserved.open);
      if (operation === null) throw new KeyTaken();
      return { operation, origin: 'new' };
    });
  }
}

/** Rolls the reservation back. */
class KeyTaken extends Error {}
