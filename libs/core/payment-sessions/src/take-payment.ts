import { Injectable } from '@nestjs/common';
import { answer, noIdempotency, unwrap, type RequestContext, type Settled } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { OrderNotFound, PlacementsRepository, type OrderRef } from '@tandem/orders';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import type { ProviderData } from '@tandem/provider-kit';
import { CarryOut, operationKey, ProviderOperations, type Begun } from '@tandem/provider-operations';
import { BeginAuthorization } from './begin-authorization';
import { CompletePaymentSession } from './complete-payment-session';
import { initiatedBy } from './initiated-by';
import { OpenRemotely } from './open-remotely';
import { paid } from './paid-session';
import type { SessionDetails } from './payment-session';
import { PaymentSessionNotFound, PaymentSessionRequired } from './payment-sessions.errors';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import { PrepareSession, type Draft } from './prepare-session';
import { SessionLocks } from './session-locks';
import { SessionSettlement } from './session-settlement';
import { SessionsByHandRepository } from './sessions-by-hand.repository';
import { StoreSession } from './store-session';

export interface TakePaymentInput {
  /** Null for an id of no known form. */
  readonly order: OrderRef | null;
  /** The payment method (UUID), null for an id of no known form. */
  readonly methodId: string | null;
  /** Left out: all that is outstanding. */
  readonly amount?: (currency: string) => Money;
  readonly data: ProviderData;
  /** A saved card (UUID, null for an id of no known form); left out for a method that needs none. */
  readonly savedCardId?: string | null;
}

/**
 * Pays in one request, without the shopper's page: by a method that needs no session (a check), or off-session with a
 * saved card. It is a session all the same, opened and completed at once, so that the ledger knows one way only. A shopper who
 * pays by hand only chooses to: that session is completed with the order.
 * @throws OrderNotFound, OrderNotPayable, PaymentMethodNotFound, PaymentSessionRequired, AmountNotPositive,
 *   AmountExceedsOutstanding, PaymentDeclined, OutcomeUnknown
 */
@Injectable()
export class TakePayment {
  constructor(
    private readonly database: Database,
    private readonly methods: PaymentMethodsReader,
    private readonly prepare: PrepareSession,
    private readonly store: StoreSession,
    private readonly remotely: OpenRemotely,
    private readonly locks: SessionLocks,
    private readonly operations: ProviderOperations,
    private readonly beginAuthorization: BeginAuthorization,
    private readonly carryOut: CarryOut,
    private readonly settlement: SessionSettlement,
    private readonly completeSession: CompletePaymentSession,
    private readonly placements: PlacementsRepository,
    private readonly sessions: PaymentSessionsRepository,
    private readonly byHand: SessionsByHandRepository,
  ) {}

  async run(ctx: RequestContext, input: TakePaymentInput): Promise<SessionDetails> {
    await ctx.idempotency.lease();
    const draft = await this.draft(ctx, input);
    if (!ctx.caller.reach.all && input.savedCardId === undefined)
      return unwrap(await this.choose(ctx, draft));
    const tried = draft.isRemote ? await this.remote(ctx, draft) : await this.local(ctx, draft);
    return unwrap(tried);
  }

  private async draft(ctx: RequestContext, input: TakePaymentInput): Promise<Draft> {
    const { order, amount, data, savedCardId } = input;
    const missing = (): OrderNotFound => new OrderNotFound();
    if (order === null) throw missing();
    const method = await this.methods.get(ctx, input.methodId);
    if (method.sessionRequired && savedCardId === undefined) throw new PaymentSessionRequired();
    return this.prepare.run(ctx, { order, method, amount, data, savedCardId, missing });
  }

  /** A shopper's word that they will pay by hand: nothing is held until the order is placed (chosenByHand). */
  private async choose(ctx: RequestContext, draft: Draft): Promise<Settled<SessionDetails>> {
    if (draft.isRemote) {
      const keep = (tx: Tx, value: SessionDetails): Promise<Settled<SessionDetails>> =>
        answer(ctx, tx, { value });
      return { value: await this.remotely.run(ctx, draft, 'beside', keep) };
    }
    return this.database.transaction(async (tx) => {
      const { placedDue } = await this.store.lock(tx, ctx, draft);
      await this.store.within(tx, ctx, draft, { place: 'beside', placedDue });
      await this.byHand.keep(tx, draft.known);
      const value = await this.sessions.details(tx, draft.known.storeId, draft.known.id);
      if (value === null) throw new PaymentSessionNotFound();
      return answer(ctx, tx, { value });
    });
  }

  /** Session and authorization are begun in one transaction: a retry after a crash finds both, or neither. */
  private async local(ctx: RequestContext, draft: Draft): Promise<Settled<SessionDetails>> {
    const begun = await this.database.transaction((tx) => this.begin(tx, ctx, draft));
    const outcome = await this.carryOut.authorize(begun, {});
    return this.database.transaction(async (tx) =>
      answer(ctx, tx, paid(await this.settlement.settleAuthorization(tx, begun.operation, outcome))),
    );
  }

  private async begin(tx: Tx, ctx: RequestContext, draft: Draft): Promise<Begun> {
    // What staff take for an open order is to place it; its lock comes before the collection's.
    const { storeId, orderId: id } = draft.known;
    if (ctx.caller.reach.all) await this.placements.request(tx, { storeId, id });
    const { order, placedDue } = await this.store.lock(tx, ctx, draft);
    const { seed } = ctx.idempotency;
    const targetId = seed === null ? draft.known.id : draft.known.orderId;
    const key = operationKey({ seed, verb: 'authorize', targetId, number: 0 });
    const before = await this.operations.findByKey(tx, ctx.storeId, key);
    if (before) return { operation: before, by: 'us before' };
    await this.store.within(tx, ctx, draft, { place: 'beside', placedDue });
    const held = await this.locks.takeNew(tx, order, draft.known.id);
    const asked = { key, shopperData: false, initiatedBy: initiatedBy(ctx, held.session) };
    return this.beginAuthorization.run(tx, held, asked);
  }

  /** A gateway that must be asked twice: each step has its own key, from the same seed. */
  private async remote(ctx: RequestContext, draft: Draft): Promise<Settled<SessionDetails>> {
    const within = { ...ctx, idempotency: { ...noIdempotency, seed: ctx.idempotency.seed } };
    const keep = (_: Tx, value: SessionDetails): Promise<Settled<SessionDetails>> =>
      Promise.resolve({ value });
    const { session } = await this.remotely.run(within, draft, 'beside', keep);
    const input = { order: { id: session.orderId }, session: { id: session.id }, data: {} };
    const details = await this.completeSession.run(within, input);
    return this.database.transaction((tx) => answer(ctx, tx, paid(details)));
  }
}
