import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { PlacementsRepository, type Order, type OrderRef } from '@tandem/orders';
import type { ProviderData } from '@tandem/provider-kit';
import {
  CarryOut,
  operationKey,
  ProviderOperations,
  type Begun,
  type ProviderOperation,
} from '@tandem/provider-operations';
import { SavedMethodsReader } from '@tandem/saved-methods';
import type { PaymentSession, SessionDetails, SessionRef } from './payment-session';
import { BeginAuthorization } from './begin-authorization';
import { initiatedBy } from './initiated-by';
import { refuseUnlessOpen, refuseWhileAsking } from './open-for-change';
import { isPaid } from './payment-session.states';
import { PaymentSessionsReader } from './payment-sessions.reader';
import { SessionSettlement } from './session-settlement';
import { SessionLocks } from './session-locks';

export interface CompletePaymentSessionInput {
  readonly order: OrderRef | null;
  /** Null for an id of no known form. */
  readonly session: SessionRef | null;
  /** What the shopper's page sends along. Passed to the provider, never stored: it may hold a card number. */
  readonly data: ProviderData;
  /** The order is to be placed as soon as it is covered, also when nobody comes back; left out, its shopper places it, but staff mean it so. */
  readonly placing?: boolean;
}

/** Nothing to call, for it was completed before; or an operation to carry out. */
type Attempt = { readonly done: SessionDetails } | { readonly begun: Begun };

/**
 * Authorizes a session's amount at its provider, once:
 * - completed before: answers what came of it and calls nobody;
 * - being completed by somebody else: waits for their outcome;
 * - declined: the session is failed and returned, the order stays open.
 * @throws PaymentSessionNotFound, SessionStateForbids, OrderNotPayable, SavedCardNotFound, SessionAmountStale,
 *   OutcomeUnknown
 */
@Injectable()
export class CompletePaymentSession {
  constructor(
    private readonly database: Database,
    private readonly reader: PaymentSessionsReader,
    private readonly locks: SessionLocks,
    private readonly saved: SavedMethodsReader,
    private readonly operations: ProviderOperations,
    private readonly beginAuthorization: BeginAuthorization,
    private readonly carryOut: CarryOut,
    private readonly settlement: SessionSettlement,
    private readonly placements: PlacementsRepository,
  ) {}

  async run(ctx: RequestContext, input: CompletePaymentSessionInput): Promise<SessionDetails> {
    await ctx.idempotency.lease();
    const { session } = await this.reader.get(ctx, input.order, input.session);
    const attempt = await this.database.transaction((tx) => this.reserve(tx, ctx, session, input));
    if ('done' in attempt) return attempt.done;
    const { begun } = attempt;
    const outcome = await this.carryOut.authorize(begun, input.data);
    const settled = await this.database.transaction(async (tx) =>
      answer(ctx, tx, { value: await this.settlement.settleAuthorization(tx, begun.operation, outcome) }),
    );
    return unwrap(settled);
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    found: PaymentSession,
    { data, placing = ctx.caller.reach.all }: Pick<CompletePaymentSessionInput, 'data' | 'placing'>,
  ): Promise<Attempt> {
    const held = await this.locks.take(tx, ctx, found);
    const { session, order } = held;
    await this.requestPlacement(tx, order, placing);
    const open = await this.operations.findOpenOfSession(tx, session.storeId, session.id);
    const before = await this.begunBefore(tx, ctx, session, open);
    if (before) return { begun: before };
    if (isPaid(session)) return this.done(tx, ctx, session);
    refuseUnlessOpen('complete', ctx, held);
    refuseWhileAsking(open);
    await this.refuseRemovedCard(tx, session);
    const number = await this.operations.countOfSession(tx, session.storeId, session.id);
    const key = this.key(ctx, session, number);
    const shopperData = Object.keys(data).length > 0;
    const asked = { key, shopperData, initiatedBy: initiatedBy(ctx, session) };
    return { begun: await this.beginAuthorization.run(tx, held, asked) };
  }

  /** Written before the gateway is asked: who is killed in between leaves it to the worker that places due orders. */
  private async requestPlacement(tx: Tx, order: Order, placing: boolean): Promise<void> {
    if (placing) await this.placements.request(tx, order);
    else if (order.placementDueAt === null) await this.placements.watch(tx, order);
  }

  /** What its owner has had forgotten since is charged no more. @throws SavedCardNotFound */
  private async refuseRemovedCard(tx: Tx, { storeId, customerId, cardId }: PaymentSession): Promise<void> {
    if (cardId !== null) await this.saved.cardOf(storeId, customerId, cardId, tx);
  }

  /** The operation this very request began before a crash, or the one another request has open. */
  private async begunBefore(
    tx: Tx,
    ctx: RequestContext,
    session: PaymentSession,
    open: ProviderOperation | null,
  ): Promise<Begun | null> {
    if (ctx.idempotency.seed !== null) {
      const mine = await this.operations.findByKey(tx, ctx.storeId, this.key(ctx, session, 0));
      if (mine) return { operation: mine, by: 'us before' };
    }
    return open?.verb === 'authorize' ? { operation: open, by: 'another' } : null;
  }

  private key({ idempotency: { seed } }: RequestContext, session: PaymentSession, number: number): string {
    return operationKey({ seed, verb: 'authorize', targetId: session.id, number });
  }

  private async done(tx: Tx, ctx: RequestContext, session: PaymentSession): Promise<Attempt> {
    const details = await this.reader.details(tx, session);
    await ctx.idempotency.answer(tx, { value: details });
    return { done: details };
  }
}
