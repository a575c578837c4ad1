import { Injectable } from '@nestjs/common';
import type { RequestContext, ResponseModel } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { numberedKey, OperationRunner, type NewOperation } from '@tandem/provider-operations';
import { gatewayOrder } from './gateway-order';
import type { PaymentSession } from '../payment-session';
import { PaymentSessionNotFound } from '../payment-sessions.errors';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import type { Draft } from './build-session';
import { SessionSettlement } from '../complete/session-settlement';
import type { Place } from './create-session-request';
import { InsertSession } from './insert-session';

/** The key of the created session, from which the response is read. */
export type CreatedSession = Pick<PaymentSession, 'storeId' | 'id'>;

/** A session to create at a gateway. */
export interface RemoteSession {
  /** UUID. */
  readonly orderId: string;
  readonly place: Place;
  /** Runs the checks that may refuse it, e.g. because its method or card was removed. */
  readonly prepare: () => Promise<Draft>;
}

/** Creates a session by a gateway call. */
@Injectable()
export class CreateRemoteSession {
  constructor(
    private readonly runner: OperationRunner,
    private readonly insertSession: InsertSession,
    private readonly sessions: PaymentSessionsRepository,
    private readonly settlement: SessionSettlement,
  ) {}

  /** @throws SessionRefused, OutcomeUnknown, and what `prepare` does */
  run<Model>(
    ctx: RequestContext,
    { orderId, place, prepare }: RemoteSession,
    response: ResponseModel<CreatedSession, Model>,
  ): Promise<Model> {
    return this.runner.run<'create_session', CreatedSession, Model, Draft>(ctx, 'create_session', {
      response,
      targetId: orderId,
      prepare,
      reserve: async (tx, key, draft) => ({ open: await this.reserve(tx, ctx, draft, { place, key }) }),
      settle: async (tx, operation, outcome) => {
        const refusal = await this.settlement.settleOpening(tx, operation, outcome);
        const { storeId, sessionId: id } = operation;
        return refusal ? { error: refusal } : { value: { storeId, id } };
      },
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    draft: Draft,
    { place, key }: { readonly place: Place; readonly key: string | null },
  ): Promise<NewOperation<'create_session'>> {
    const { newSession, capture, savedProfileId, accountHolder, saveMethod } = draft;
    const { order, placedDue } = await this.insertSession.lockOrder(tx, ctx, draft);
    await this.insertSession.insertInTransaction(tx, ctx, draft, { place, placedDue });
    // The insert statement set the amount.
    const session = await this.sessions.lockForUpdate(tx, ctx.storeId, newSession.id);
    if (session === null) throw new PaymentSessionNotFound();
    const { storeId, id, orderId, collectionId, providerId, amount, customerId } = session;
    return {
      storeId,
      orderId,
      collectionId,
      sessionId: id,
      paymentId: null,
      providerId,
      verb: 'create_session',
      operationKey: key ?? numberedKey(id, 'create_session', 0),
      amount,
      details: {
        methodId: session.paymentMethodId,
        capture,
        data: newSession.data,
        customerId,
        savedProfileId,
        accountHolder,
        saveMethod,
        order: gatewayOrder(ctx, order),
      },
    };
  }
}
