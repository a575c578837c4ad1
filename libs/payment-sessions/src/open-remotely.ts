import { Injectable } from '@nestjs/common';
import { unwrap, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { CarryOut, operationKey, ProviderOperations, type Begun } from '@tandem/payment-providers';
import { OpenSession, type Draft } from './open-session';
import type { SessionDetails } from './payment-session';
import { sessionFrom } from './payment-session.row';
import { SessionSettlement } from './session-settlement';

/** Opens a session at a gateway that must be asked: reserve, call, settle. */
@Injectable()
export class OpenRemotely {
  constructor(
    private readonly database: Database,
    private readonly opening: OpenSession,
    private readonly operations: ProviderOperations,
    private readonly carryOut: CarryOut,
    private readonly settlement: SessionSettlement,
  ) {}

  /** `store` keeps the answer in the transaction that settles. @throws SessionRefused, OutcomeUnknown */
  async run<T>(
    ctx: RequestContext,
    draft: Draft,
    store: (tx: Tx, details: SessionDetails) => Promise<Settled<T>>,
  ): Promise<T> {
    await ctx.idempotency.lease();
    const begun = await this.database.transaction((tx) => this.reserve(tx, ctx, draft));
    const outcome = await this.carryOut.session(begun);
    const settled = await this.database.transaction(async (tx) => {
      const result = await this.settlement.settleOpening(tx, begun.operation, outcome);
      if ('refusal' in result) await ctx.idempotency.answer(tx, result);
      return 'refusal' in result ? result : store(tx, result.value);
    });
    return unwrap(settled);
  }

  private async reserve(tx: Tx, ctx: RequestContext, draft: Draft): Promise<Begun> {
    await this.opening.lock(tx, ctx, draft);
    const { seed } = ctx.idempotency;
    const targetId = seed === null ? draft.sessionId : JSON.stringify(draft.input.order);
    const key = operationKey({ seed, verb: 'create_session', targetId, number: 0 });
    const before = await this.operations.findByKey(tx, ctx.storeId, key);
    if (before) return { operation: before, mine: true };
    const session = sessionFrom((await this.opening.within(tx, ctx, draft)).session);
    return this.operations.open(tx, {
      storeId: session.storeId,
      id: newId(),
      orderId: session.orderId,
      collectionId: session.collectionId,
      sessionId: session.id,
      paymentId: null,
      providerId: session.providerId,
      verb: 'create_session',
      operationKey: key,
      amount: session.amount,
      details: { data: draft.input.data, customerId: session.customerId },
    });
  }
}
