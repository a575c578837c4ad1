import { Injectable } from '@nestjs/common';
import {
  storeResponse,
  noResponse,
  readerOf,
  resultAsResponse,
  getOrThrow,
  type RequestContext,
} from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { DecimalAmount } from '@tandem/money';
import { PlacementsRepository, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import type { ProviderData } from '@tandem/provider-kit';
import { numberedKey, OperationRunner, type NewOperation } from '@tandem/provider-operations';
import { BeginAuthorization } from './begin-authorization';
import { CompletePaymentSession } from './complete-payment-session';
import {
  CreateRemoteSession,
  type CreatedSession,
  type RemoteSession,
} from '../create/create-remote-session';
import { initiatedBy } from '../create/initiated-by';
import { paymentResult } from './paid-session';
import type { SessionDetails } from '../payment-session';
import { PaymentSessionRequired } from '../payment-sessions.errors';
import { PaymentSessionsReader } from '../payment-sessions.reader';
import { BuildSession, type Draft, type FoundOrder } from '../create/build-session';
import { SessionLocks } from '../session-locks';
import { SessionSettlement } from './session-settlement';
import { ManualSessionsRepository } from '../update/manual-sessions.repository';
import { InsertSession } from '../create/insert-session';

export interface TakePaymentInput {
  readonly order: OrderRef;
  /** The payment method (UUID). */
  readonly methodId: string;
  /** Left out: the full outstanding amount. */
  readonly amount?: DecimalAmount;
  readonly data: ProviderData;
  /** A saved card (UUID); left out for a manual method. */
  readonly savedCardId?: string;
}

/** The order to pay, and the checks and input of the session. */
type SessionToTake = Pick<RemoteSession, 'orderId' | 'prepare'>;

/**
 * Pays in one request, without the shopper's page: manually (a check), or off-session with a saved card. Creates a session
 * and completes it at once, so that every payment goes through the same steps. A shopper only chooses a manual payment: its
 * session is completed when the order is placed.
 * @throws OrderNotFound, OrderNotPayable, PaymentMethodNotFound, PaymentSessionRequired, AmountNotPositive,
 *   AmountExceedsOutstanding, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class TakePayment {
  constructor(
    private readonly database: Database,
    private readonly methods: PaymentMethodsReader,
    private readonly buildSession: BuildSession,
    private readonly insertSession: InsertSession,
    private readonly createRemote: CreateRemoteSession,
    private readonly locks: SessionLocks,
    private readonly beginAuthorization: BeginAuthorization,
    private readonly runner: OperationRunner,
    private readonly settlement: SessionSettlement,
    private readonly completeSession: CompletePaymentSession,
    private readonly placements: PlacementsRepository,
    private readonly reader: PaymentSessionsReader,
    private readonly manualSessions: ManualSessionsRepository,
  ) {}

  async run(ctx: RequestContext, input: TakePaymentInput): Promise<SessionDetails> {
    await ctx.idempotency.lease();
    // Includes removed methods, so that a retry can continue a payment begun before the removal.
    const { providerId } = await this.methods.getIncludingRemoved(ctx.storeId, input.methodId);
    const found = await this.buildSession.findOrder(ctx, input);
    const orderId = found.order.id;
    const prepare = (): Promise<Draft> => this.draft(ctx, { ...input, ...found });
    const isRemote = this.buildSession.isRemote(providerId);
    if (!ctx.caller.scope.all && input.savedCardId === undefined)
      return isRemote ? this.chooseRemotely(ctx, { orderId, prepare }) : this.choose(ctx, await prepare());
    return isRemote ? this.remote(ctx, { orderId, prepare }) : this.local(ctx, { orderId, prepare });
  }

  private async draft(
    ctx: RequestContext,
    { methodId, ...input }: TakePaymentInput & Pick<FoundOrder, 'found'>,
  ): Promise<Draft> {
    const method = await this.methods.get(ctx, methodId);
    if (method.sessionRequired && input.savedCardId === undefined) throw new PaymentSessionRequired();
    return this.buildSession.run(ctx, { ...input, method });
  }

  /** The shopper chooses to pay manually: no money is reserved until the order is placed (see chosenByHand). */
  private async choose(ctx: RequestContext, draft: Draft): Promise<SessionDetails> {
    const chosen = await this.database.transaction(async (tx) => {
      const { placedDue } = await this.insertSession.lockOrder(tx, ctx, draft);
      await this.insertSession.insertInTransaction(tx, ctx, draft, { place: 'keepOthers', placedDue });
      await this.manualSessions.removeExpiry(tx, draft.newSession);
      return storeResponse(ctx, tx, { value: await this.reader.getDetails(tx, draft.newSession) });
    });
    return getOrThrow(chosen);
  }

  private chooseRemotely(ctx: RequestContext, taken: SessionToTake): Promise<SessionDetails> {
    // Responds with the created session, not the draft: a retry finds the session of the first attempt.
    const response = readerOf((tx, session: CreatedSession) => this.reader.getDetails(tx, session));
    return this.createRemote.run(ctx, { ...taken, place: 'keepOthers' }, response);
  }

  /** Records session and authorization in one transaction: a retry after a crash finds both or neither. */
  private local(ctx: RequestContext, { orderId, prepare }: SessionToTake): Promise<SessionDetails> {
    return this.runner.run<'authorize', SessionDetails, SessionDetails, Draft>(ctx, 'authorize', {
      response: resultAsResponse(),
      targetId: orderId,
      prepare,
      reserve: async (tx, key, draft) => ({ open: await this.reserve(tx, ctx, draft, key) }),
      settle: async (tx, operation, outcome) =>
        paymentResult(await this.settlement.settleAuthorization(tx, operation, outcome)),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    draft: Draft,
    key: string | null,
  ): Promise<NewOperation<'authorize'>> {
    const { storeId, orderId, id } = draft.newSession;
    // A payment by staff places an open order; the order is locked before the collection.
    if (ctx.caller.scope.all) await this.placements.requestPlacement(tx, { storeId, id: orderId });
    const { order, placedDue } = await this.insertSession.lockOrder(tx, ctx, draft);
    await this.insertSession.insertInTransaction(tx, ctx, draft, { place: 'keepOthers', placedDue });
    const locked = await this.locks.acquireNew(tx, order, id);
    return this.beginAuthorization.run(tx, locked, {
      key: key ?? numberedKey(id, 'authorize', 0),
      shopperData: false,
      initiatedBy: initiatedBy(ctx, locked.session),
    });
  }

  /** Two calls to a gateway, each with a key derived from the request's. */
  private async remote(ctx: RequestContext, taken: SessionToTake): Promise<SessionDetails> {
    // Not the draft's id: a retry finds the session of the first attempt.
    const session = await this.createRemote.run(ctx, { ...taken, place: 'keepOthers' }, noResponse());
    const named = { order: { id: taken.orderId }, session: { id: session.id }, data: {} };
    const details = await this.completeSession.run(ctx, named, noResponse());
    return getOrThrow(
      await this.database.transaction((tx) => storeResponse(ctx, tx, paymentResult(details))),
    );
  }
}
