import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CoreError, respond, getOrThrow, type RequestContext, type Result } from '@tandem/context';
import { Database, type Queryable, type Tx } from '@tandem/database';
import type { ProviderData, ProviderVerb, Unknown } from '@tandem/provider-kit';
import { requestKey } from './operation-key';
import { reserveOf, type AnyPlan, type ToOpen } from './operation-plan';
import { ProviderCalls } from './provider-calls';
import type { OperationOf, RecordedOutcome } from './provider-operation';
import { OutcomeUnknown } from './provider-operations.errors';
import { ProviderOperationsRepository } from './provider-operations.repository';

// How long a duplicate request waits for the first: as long as a gateway call may take.
const WAIT_MS = 10_000;
const POLL_INTERVAL_MS = 50;

// Shorter than any gateway stores a key (Stripe: a day). A gateway that has deleted the key would execute the call again.
const SAFE_RETRY_MS = 60 * 60_000;

/** An operation to execute: new, recorded by an earlier attempt of this request, or being executed by another request. */
interface Begun<V extends ProviderVerb> {
  readonly operation: OperationOf<V>;
  readonly origin: 'new' | 'retry' | 'concurrent';
}

/** Finds the operation that an earlier attempt of this request began; null without a key. */
type FindOwn<V extends ProviderVerb> = (on: Queryable) => Promise<OperationOf<V> | null>;

/**
 * The protocol of every gateway call that a request waits for:
 * 1. reserve, in one transaction: the lease of the request's idempotency key, so that only one process executes it, and a new
 *    operation, or the one recorded before a crash;
 * 2. call, with nothing locked;
 * 3. settle, in one transaction that also stores the response.
 * A refusal is thrown after the commit: thrown earlier, it would roll back its own record.
 * An unknown outcome is thrown before step three: operation and reservation stay for the resolver or a retry.
 */
@Injectable()
export class OperationRunner {
  constructor(
    private readonly database: Database,
    private readonly operations: ProviderOperationsRepository,
    private readonly calls: ProviderCalls,
  ) {}

  /** @throws OutcomeUnknown, and the plan's own errors */
  async run<V extends ProviderVerb, Value, Model, Prepared = undefined>(
    ctx: RequestContext,
    verb: V,
    plan: AnyPlan<V, Value, Model, Prepared>,
  ): Promise<Model> {
    const begun = await this.begin(ctx, verb, plan);
    if ('done' in begun) return getOrThrow(begun.done);
    const outcome = await this.call(begun, plan.shopperData);
    return getOrThrow(await this.settle(ctx, plan, begun.operation, outcome));
  }

  /** @throws OutcomeUnknown if the transaction is refused: the gateway has done its part, so the refusal is not final */
  private async settle<V extends ProviderVerb, Value, Model, Prepared>(
    ctx: RequestContext,
    plan: AnyPlan<V, Value, Model, Prepared>,
    operation: OperationOf<V>,
    outcome: RecordedOutcome<V>,
  ): Promise<Result<Model>> {
    try {
      return await this.database.transaction(async (tx) => {
        await plan.response.lock?.(tx);
        return respond(ctx, tx, plan.response, await plan.settle(tx, operation, outcome));
      });
    } catch (error) {
      const isRefusal = error instanceof CoreError && error.kind !== 'unknown';
      throw isRefusal ? new OutcomeUnknown(operation.id, `settling was refused: ${error.code}`) : error;
    }
  }

  /**
   * Optimistic, because most requests are no retries: looks for an existing operation only after step one has failed (the amount
   * is already reserved, or the key is taken) and was rolled back. So no use case may check anything before this: a retry whose
   * method or card was removed since must still find its operation.
   */
  private async begin<V extends ProviderVerb, Value, Model, Prepared>(
    ctx: RequestContext,
    verb: V,
    plan: AnyPlan<V, Value, Model, Prepared>,
  ): Promise<Begun<V> | { readonly done: Result<Model> }> {
    const { seed } = ctx.idempotency;
    const key = seed === null ? null : requestKey(seed, verb, plan.targetId);
    const findOwn: FindOwn<V> = (on) =>
      key === null ? Promise.resolve(null) : this.operations.findByKey(on, ctx.storeId, verb, key);
    try {
      if (plan.prepare) await ctx.idempotency.lease();
      const reserve = await reserveOf(plan);
      return await this.database.transaction(async (tx) => {
        await ctx.idempotency.leaseIn(tx);
        const reserved = await reserve(tx, key);
        if ('done' in reserved) return { done: await respond(ctx, tx, plan.response, reserved.done) };
        return this.insertOpen(tx, reserved, findOwn);
      });
    } catch (error) {
      const mayBeRetry = error instanceof CoreError || error instanceof KeyTaken;
      const own = mayBeRetry ? await findOwn(this.database) : null;
      if (own === null) throw error;
      await ctx.idempotency.lease();
      return { operation: own, origin: 'retry' };
    }
  }

  private async insertOpen<V extends ProviderVerb>(
    tx: Tx,
    reserved: ToOpen<V>,
    findOwn: FindOwn<V>,
  ): Promise<Begun<V>> {
    if ('concurrent' in reserved) {
      // A retry continues its own operation, never one that another request began since.
      const own = await findOwn(tx);
      return own
        ? { operation: own, origin: 'retry' }
        : { operation: reserved.concurrent, origin: 'concurrent' };
    }
    const operation = await this.operations.insertOpen(tx, reserved.open);
    if (operation === null) throw new KeyTaken();
    return { operation, origin: 'new' };
  }

  /** Calls the gateway, or returns the outcome that the operation already has. @throws OutcomeUnknown; the reservation stays */
  private async call<V extends ProviderVerb>(
    { operation, origin }: Begun<V>,
    shopperData?: ProviderData,
  ): Promise<RecordedOutcome<V>> {
    if (origin !== 'new') {
      const existing = await this.findExistingOutcome(operation, origin);
      if (existing) return existing;
      if (!(await this.operations.sendAgain(operation))) return this.settledOutcome(operation);
    }
    return throwIfUnknown(operation, await this.calls.execute(operation, shopperData));
  }

  private findExistingOutcome<V extends ProviderVerb>(
    operation: OperationOf<V>,
    origin: 'retry' | 'concurrent',
  ): Promise<RecordedOutcome<V> | null> {
    return origin === 'concurrent' ? this.awaitOutcome(operation) : this.recoverOutcome(operation);
  }

  /**
   * Waits for the request that executes the operation. If its process has crashed, looks it up at the gateway before sending it
   * again: the first call may have arrived, with other data (another card). Null: it did not arrive, so this request sends it.
   */
  private async awaitOutcome<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(POLL_INTERVAL_MS)) {
      const outcome = await this.operations.findOutcome(operation);
      if (outcome) return outcome;
      if (await this.operations.takeOverLease(operation)) return this.lookUp(operation);
    }
    throw new OutcomeUnknown(operation.id, 'another request is still executing it');
  }

  /** Looks up an old operation at the gateway, which may have deleted its key by now. Null: send it again. */
  private async recoverOutcome<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    const { outcome, createdAt } = operation;
    const isOld = Date.now() - createdAt.getTime() > SAFE_RETRY_MS;
    return outcome === null && isOld ? this.lookUp(operation) : outcome;
  }

  private async lookUp<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    const found = await this.calls.lookUp(operation);
    return found.status === 'never_received' ? null : throwIfUnknown(operation, found);
  }

  /** The outcome of an operation that was settled meanwhile. */
  private async settledOutcome<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V>> {
    const outcome = await this.operations.findOutcome(operation);
    return throwIfUnknown(operation, outcome ?? { status: 'unknown', cause: 'settled without an outcome' });
  }
}

/** @throws OutcomeUnknown */
function throwIfUnknown<V extends ProviderVerb>(
  { id }: OperationOf<V>,
  outcome: RecordedOutcome<V> | Unknown,
): RecordedOutcome<V> {
  if (outcome.status === 'unknown') throw new OutcomeUnknown(id, outcome.cause);
  return outcome;
}

/** Thrown to roll the reservation back. */
class KeyTaken extends Error {}
