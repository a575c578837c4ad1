import { Injectable } from '@nestjs/common';
import type { RequestContext, ResponseModel } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { PlacementsRepository, type OrderRef } from '@tandem/orders';
import type { ProviderData } from '@tandem/provider-kit';
import {
  numberedKey,
  OperationRunner,
  ProviderOperationsRepository,
  type Reserved,
} from '@tandem/provider-operations';
import { SavedMethodsReader } from '@tandem/customer-vault';
import type { PaymentSession, SessionDetails, SessionRef } from '../payment-session';
import { BeginAuthorization } from './begin-authorization';
import { initiatedBy } from '../create/initiated-by';
import { refuseUnlessOpen, refuseWhileInFlight } from '../update/open-for-change';
import { isPaid } from '../payment-session.states';
import { PaymentSessionsReader } from '../payment-sessions.reader';
import { SessionSettlement } from './session-settlement';
import type { PayableOrder } from '../session-locks';
import { PayableSessionsRepository } from './payable-sessions.repository';
import { PaymentSessionNotFound } from '../payment-sessions.errors';

export interface CompletePaymentSessionInput {
  readonly order: OrderRef;
  readonly session: SessionRef;
  /** From the shopper's page. Passed to the provider, never stored: it may contain a card number. */
  readonly data: ProviderData;
  /** Place the order as soon as it is covered, even if the shopper does not return. Left out: only for staff. */
  readonly placing?: boolean;
}

/** What completes a session that was just read. */
type CompleteFoundSession = Omit<CompletePaymentSessionInput, 'order' | 'session'> & {
  readonly session: PaymentSession;
};

/** The request, with the session as it was found. */
interface Requested {
  readonly found: PaymentSession;
  readonly placing: boolean;
  /** The request carries data that is not stored. */
  readonly shopperData: boolean;
  /** The operation's key, if the request has an idempotency key. */
  readonly key: string | null;
}

/**
 * Authorizes a session's amount at its provider, once:
 * - already completed: returns the result without a call;
 * - being completed by another request: waits for its outcome;
 * - declined: the session fails and is returned; the order stays open.
 * @throws PaymentSessionNotFound, SessionStateForbids, OrderNotPayable, SavedCardNotFound, SessionAmountStale,
 *   OutcomeUnknown
 */
@Injectable()
export class CompletePaymentSession {
  constructor(
    private readonly runner: OperationRunner,
    private readonly reader: PaymentSessionsReader,
    private readonly payable: PayableSessionsRepository,
    private readonly saved: SavedMethodsReader,
    private readonly operations: ProviderOperationsRepository,
    private readonly beginAuthorization: BeginAuthorization,
    private readonly settlement: SessionSettlement,
    private readonly placements: PlacementsRepository,
  ) {}

  async run<Model>(
    ctx: RequestContext,
    input: CompletePaymentSessionInput,
    response: ResponseModel<SessionDetails, Model>,
  ): Promise<Model> {
    const { session } = await this.reader.get(ctx, input.order, input.session);
    return this.runFound(ctx, { ...input, session }, response);
  }

  /** The same for a session that was just read, of an order that the caller may access. */
  runFound<Model>(
    ctx: RequestContext,
    { session: found, data, placing = ctx.caller.scope.all }: CompleteFoundSession,
    response: ResponseModel<SessionDetails, Model>,
  ): Promise<Model> {
    const shopperData = Object.keys(data).length > 0;
    return this.runner.run<'authorize', SessionDetails, Model>(ctx, 'authorize', {
      response,
      targetId: found.id,
      shopperData: data,
      reserve: (tx, key) => this.reserve(tx, ctx, { found, placing, shopperData, key }),
      settle: async (tx, operation, outcome) => ({
        value: await this.settlement.settleAuthorization(tx, operation, outcome),
      }),
    });
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    { found, placing, shopperData, key }: Requested,
  ): Promise<Reserved<'authorize', SessionDetails>> {
    const locked = await this.payable.lockForUpdate(tx, found, ctx.caller.scope);
    if (locked === null) throw new PaymentSessionNotFound();
    const { session, order, isInFlight } = locked;
    await this.requestPlacement(tx, order, placing);
    const open = isInFlight ? await this.operations.findOpenBySession(tx, session.storeId, session.id) : null;
    if (open?.verb === 'authorize') return { concurrent: open };
    if (isPaid(session)) return { done: { value: await this.reader.getDetails(tx, session) } };
    refuseUnlessOpen('complete', ctx, locked);
    refuseWhileInFlight(open);
    await this.refuseRemovedCard(tx, session);
    const requested = {
      key: key ?? (await this.numberedKey(tx, session)),
      shopperData,
      initiatedBy: initiatedBy(ctx, session),
    };
    return { open: await this.beginAuthorization.run(tx, locked, requested) };
  }

  /** Written before the call: after a crash in between, the worker that places due orders still finds the order. */
  private async requestPlacement(tx: Tx, order: PayableOrder, placing: boolean): Promise<void> {
    if (placing) await this.placements.requestPlacement(tx, order);
    else if (order.placementDueAt === null) await this.placements.scheduleCheck(tx, order);
  }

  /** A card that its owner has removed since is not charged. @throws SavedCardNotFound */
  private async refuseRemovedCard(tx: Tx, { storeId, customerId, cardId }: PaymentSession): Promise<void> {
    if (cardId !== null) await this.saved.getCustomerCard(storeId, customerId, cardId, tx);
  }

  private async numberedKey(tx: Tx, { storeId, id }: PaymentSession): Promise<string> {
    return numberedKey(id, 'authorize', await this.operations.countBySession(tx, storeId, id));
  }
}
