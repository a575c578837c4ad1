import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CoreError, respond, orThrow, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Queryable, type Tx } from '@tandem/database';
import type { ProviderData, ProviderVerb, Unknown } from '@tandem/provider-kit';
import { requestKey } from './operation-key';
import { reserveOf, type AnyPlan, type ToOpen } from './operation-plan';
import { ProviderCalls } from './provider-calls';
import type { OperationOf, RecordedOutcome } from './provider-operation';
import { OutcomeUnknown } from './provider-operations.errors';
import { ProviderOperationsRepository } from './provider-operations.repository';

// As long as a duplicate waits for its first: the gateway's limit.
const WAIT_MS = 10_000;
const LOOK_EVERY_MS = 50;

// Shorter than any gateway stores a key (Stripe: a day). A call whose key it has forgotten, it would carry out once more.
const KEY_IS_SURE_MS = 60 * 60_000;

/** An operation to carry out: recorded just now, recorded by this same request before a crash, or being carried out by another request. */
interface Begun<V extends ProviderVerb> {
  readonly operation: OperationOf<V>;
  readonly origin: 'new' | 'retry' | 'concurrent';
}

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
    private readonly operations: ProviderOperationsRepository,
    private readonly calls: ProviderCalls,
  ) {}

  /** @throws OutcomeUnknown, and what the plan's own steps do */
  async run<V extends ProviderVerb, Result, Model, Prepared = undefined>(
    ctx: RequestContext,
    verb: V,
    plan: AnyPlan<V, Result, Model, Prepared>,
  ): Promise<Model> {
    await ctx.idempotency.lease();
    const begun = await this.begin(ctx, verb, plan);
    if ('done' in begun) return orThrow(begun.done);
    const outcome = await this.call(begun, plan.shopperData);
    const settled = await this.database.transaction(async (tx) =>
      respond(ctx, tx, plan.response, await plan.settle(tx, begun.operation, outcome)),
    );
    return orThrow(settled);
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
        return this.insertOpen(tx, reserved, findOwn);
      });
    } catch (error) {
      const mayBeBegun = error instanceof CoreError || error instanceof KeyTaken;
      const own = mayBeBegun ? await findOwn(this.database) : null;
      if (own === null) throw error;
      return { operation: own, origin: 'retry' };
    }
  }

  private async insertOpen<V extends ProviderVerb>(
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
    const operation = await this.operations.insertOpen(tx, reserved.open);
    if (operation === null) throw new KeyTaken();
    return { operation, origin: 'new' };
  }

  /** Calls the gateway, or finds the outcome that the operation has already. @throws OutcomeUnknown, and nothing is released */
  private async call<V extends ProviderVerb>(
    { operation, origin }: Begun<V>,
    shopperData?: ProviderData,
  ): Promise<RecordedOutcome<V>> {
    if (origin !== 'new') {
      const existing = await this.existingOutcome(operation, origin);
      if (existing) return existing;
      if (!(await this.operations.sendAgain(operation))) return this.outcomeNow(operation);
    }
    return recorded(operation, await this.calls.execute(operation, shopperData));
  }

  private existingOutcome<V extends ProviderVerb>(
    operation: OperationOf<V>,
    origin: 'retry' | 'concurrent',
  ): Promise<RecordedOutcome<V> | null> {
    return origin === 'concurrent' ? this.outcomeOfAnother(operation) : this.callOrRecover(operation);
  }

  /**
   * Waits for the request that carries it out. When its process has died, asks the gateway before anything is sent: this request
   * may want it otherwise (another card), and the first may have arrived. Null: it never did, and it is ours to send.
   */
  private async outcomeOfAnother<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    for (const until = Date.now() + WAIT_MS; Date.now() < until; await pause(LOOK_EVERY_MS)) {
      const outcome = await this.operations.outcomeOf(operation);
      if (outcome) return outcome;
      if (await this.operations.takeOverLease(operation)) return this.lookedUp(operation);
    }
    throw new OutcomeUnknown(operation.id, 'another request is still carrying it out');
  }

  /** Of one that this request began long ago, the gateway is asked too: it may have forgotten the key by now. */
  private async callOrRecover<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    const { outcome, createdAt } = operation;
    const isOld = Date.now() - createdAt.getTime() > KEY_IS_SURE_MS;
    return outcome === null && isOld ? this.lookedUp(operation) : outcome;
  }

  private async lookedUp<V extends ProviderVerb>(
    operation: OperationOf<V>,
  ): Promise<RecordedOutcome<V> | null> {
    const found = await this.calls.lookUp(operation);
    return found.status === 'never_received' ? null : recorded(operation, found);
  }

  /** Of one that was settled meanwhile, and so is not sent again. */
  private async outcomeNow<V extends ProviderVerb>(operation: OperationOf<V>): Promise<RecordedOutcome<V>> {
    const outcome = await this.operations.outcomeOf(operation);
    return recorded(operation, outcome ?? { status: 'unknown', cause: 'settled and not settled' });
  }
}

/** @throws OutcomeUnknown */
function recorded<V extends ProviderVerb>(
  { id }: OperationOf<V>,
  outcome: RecordedOutcome<V> | Unknown,
): RecordedOutcome<V> {
  if (outcome.status === 'unknown') throw new OutcomeUnknown(id, outcome.cause);
  return outcome;
}

/** Rolls the reservation back. */
class KeyTaken extends Error {}
