import { Injectable } from '@nestjs/common';
import { unwrap, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import { CarryOut, operationKey, ProviderOperations, type Begun } from '@tandem/provider-operations';
import { gatewayOrder } from './gateway-order';
import type { SessionDetails } from './payment-session';
import { PaymentSessionNotFound } from './payment-sessions.errors';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import type { Draft } from './prepare-session';
import { SessionSettlement } from './session-settlement';
import { StoreSession, type Place } from './store-session';

/** Opens a session at a gateway that must be asked: reserve, call, settle. */
@Injectable()
export class OpenRemotely {
  constructor(
    private readonly database: Database,
    private readonly store: StoreSession,
    private readonly sessions: PaymentSessionsRepository,
    private readonly operations: ProviderOperations,
    private readonly carryOut: CarryOut,
    private readonly settlement: SessionSettlement,
  ) {}

  /** `keep` keeps the answer in the transaction that settles. @throws SessionRefused, OutcomeUnknown */
  async run<T>(
    ctx: RequestContext,
    draft: Draft,
    place: Place,
    keep: (tx: Tx, details: SessionDetails) => Promise<Settled<T>>,
  ): Promise<T> {
    await ctx.idempotency.lease();
    const begun = await this.database.transaction((tx) => this.reserve(tx, ctx, draft, place));
    const outcome = await this.carryOut.session(begun);
    const settled = await this.database.transaction(async (tx) => {
      const result = await this.settlement.settleOpening(tx, begun.operation, outcome);
      if ('refusal' in result) await ctx.idempotency.answer(tx, result);
      return 'refusal' in result ? result : keep(tx, result.value);
    });
    return unwrap(settled);
  }

  private async reserve(tx: Tx, ctx: RequestContext, draft: Draft, place: Place): Promise<Begun> {
    const { order, placedDue } = await this.store.lock(tx, ctx, draft);
    const { known } = draft;
    const { seed } = ctx.idempotency;
    const targetId = seed === null ? known.id : known.orderId;
    const key = operationKey({ seed, verb: 'create_session', targetId, number: 0 });
    const before = await this.operations.findByKey(tx, ctx.storeId, key);
    if (before) return { operation: before, by: 'us before' };
    await this.store.within(tx, ctx, draft, { place, placedDue });
    const session = await this.sessions.lock(tx, ctx.storeId, known.id);
    if (session === null) throw new PaymentSessionNotFound();
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
      details: {
        methodId: session.paymentMethodId,
        capture: draft.capture,
        data: known.data,
        customerId: session.customerId,
        savedProfileId: draft.savedProfileId,
        accountHolder: draft.accountHolder,
        saveMethod: draft.saveMethod,
        order: gatewayOrder(ctx, order),
      },
    });
  }
}
