import { Injectable } from '@nestjs/common';
import { resultAsResponse, type RequestContext } from '@tandem/context';
import { Database, mustChange, type Tx } from '@tandem/database';
import type { DecimalAmount, Money } from '@tandem/money';
import { refuseOtherCurrency, type Order, type OrderRef } from '@tandem/orders';
import { AmountExceedsOutstanding, AmountNotPositive } from '@tandem/payment-collections';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ProviderData } from '@tandem/provider-kit';
import {
  numberedKey,
  OperationRunner,
  ProviderOperationsRepository,
  type NewOperation,
} from '@tandem/provider-operations';
import { changeDetails, FindCardChange, newPayer, type CardChange } from '../create/find-card-change';
import type { NamedCard } from '../create/find-named-card';
import { gatewayOrder } from '../create/gateway-order';
import { gatewaySession } from '../create/gateway-session';
import { builtLocally, refuseCardNumbers } from '../create/local-session';
import type { PaymentSession, SessionDetails, SessionRef } from '../payment-session';
import { refuseUnlessOpen, refuseWhileInFlight } from './open-for-change';
import { PayableAmount } from '../create/payable-amount';
import { SessionLocks } from '../session-locks';
import { PaymentSessionsReader } from '../payment-sessions.reader';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import { SessionSettlement } from '../complete/session-settlement';

export interface UpdatePaymentSessionInput extends NamedCard {
  readonly order: OrderRef;
  readonly session: SessionRef;
  /** Left out: unchanged. */
  readonly amount?: DecimalAmount;
  /** Merged over the session's data, key by key (Spree's rule). */
  readonly data: ProviderData;
}

/** The requested change, with the saved card it names. */
type Requested = Pick<UpdatePaymentSessionInput, 'amount' | 'data'> & { readonly card: CardChange | null };

interface Change {
  readonly order: Order;
  readonly session: PaymentSession;
  readonly amount: Money;
  /** Whether that is the full outstanding amount. */
  readonly coversAll: boolean;
}

/**
 * Updates the amount, data or saved card of an open session.
 * @throws PaymentSessionNotFound, SessionStateForbids, OrderNotPayable, OrderCurrencyFixed, AmountNotPositive, AmountExceedsOutstanding,
 *   SavedCardNotFound, CardNumberInData, SessionRefused, OutcomeUnknown
 */
@Injectable()
export class UpdatePaymentSession {
  constructor(
    private readonly database: Database,
    private readonly reader: PaymentSessionsReader,
    private readonly sessions: PaymentSessionsRepository,
    private readonly locks: SessionLocks,
    private readonly registry: ProviderRegistry,
    private readonly operations: ProviderOperationsRepository,
    private readonly runner: OperationRunner,
    private readonly settlement: SessionSettlement,
    private readonly payable: PayableAmount,
    private readonly cardChange: FindCardChange,
  ) {}

  async run(ctx: RequestContext, input: UpdatePaymentSessionInput): Promise<SessionDetails> {
    const { session } = await this.reader.get(ctx, input.order, input.session);
    const local = this.registry.get(session.providerId).capabilities.local.sessions;
    return local ? this.changeHere(ctx, session, input) : this.changeRemotely(ctx, session, input);
  }

  private async changeHere(
    ctx: RequestContext,
    found: PaymentSession,
    input: UpdatePaymentSessionInput,
  ): Promise<SessionDetails> {
    const requested = { ...input, card: await this.cardChange.run(ctx, found, input) };
    return this.database.transaction(async (tx) => {
      const { order, session, amount, coversAll } = await this.check(tx, ctx, found, requested);
      await ctx.idempotency.claim(tx);
      const { card } = requested.card ?? {};
      const provider = this.registry.get(session.providerId);
      const made = builtLocally(
        await provider.updateSession({
          operationKey: session.id,
          settings: {},
          session: gatewaySession(session),
          amount,
          data: requested.data,
          ...(card && { savedMethod: { profileId: card.profileId } }),
        }),
      );
      refuseCardNumbers(made.data);
      // A local provider cannot use a card that is not saved here.
      const cardId = card?.id ?? session.cardId;
      const payer = newPayer(order, session, requested.card);
      const changed = { ...session, ...payer, ...made, amount, coversAll, cardId };
      mustChange(await this.sessions.update(tx, changed), 'update payment session');
      const details = await this.reader.getDetails(tx, session);
      await ctx.idempotency.storeResponse(tx, { value: details });
      return details;
    });
  }

  private async changeRemotely(
    ctx: RequestContext,
    found: PaymentSession,
    input: UpdatePaymentSessionInput,
  ): Promise<SessionDetails> {
    refuseCardNumbers(input.data);
    return this.runner.run<'update_session', SessionDetails, SessionDetails, Requested>(
      ctx,
      'update_session',
      {
        response: resultAsResponse(),
        targetId: found.id,
        prepare: async () => ({ ...input, card: await this.cardChange.run(ctx, found, input) }),
        reserve: async (tx, key, requested) => {
          const update = await this.check(tx, ctx, found, requested);
          return { open: await this.reserve(tx, ctx, update, { ...requested, key }) };
        },
        settle: (tx, operation, outcome) => this.settlement.settleChange(tx, operation, outcome),
      },
    );
  }

  private async reserve(
    tx: Tx,
    ctx: RequestContext,
    { order, session, amount, coversAll }: Change,
    { card, data, key }: Requested & { readonly key: string | null },
  ): Promise<NewOperation<'update_session'>> {
    const { storeId, id, orderId, collectionId, providerId } = session;
    refuseWhileInFlight(await this.operations.findOpenBySession(tx, storeId, id));
    const payer = newPayer(order, session, card);
    return {
      storeId,
      orderId,
      collectionId,
      sessionId: id,
      paymentId: null,
      providerId,
      verb: 'update_session',
      operationKey: key ?? (await this.numberedKey(tx, session)),
      amount,
      details: {
        methodId: session.paymentMethodId,
        session: gatewaySession(session),
        data,
        coversAll,
        ...changeDetails(card),
        ...(payer && { payer }),
        order: gatewayOrder(ctx, order),
      },
    };
  }

  private async numberedKey(tx: Tx, { storeId, id }: PaymentSession): Promise<string> {
    return numberedKey(id, 'update_session', await this.operations.countBySession(tx, storeId, id));
  }

  /** Locks the session and checks that it is open and the amount is still outstanding. */
  private async check(
    tx: Tx,
    ctx: RequestContext,
    found: PaymentSession,
    requested: Requested,
  ): Promise<Change> {
    const locked = await this.locks.acquire(tx, ctx, found);
    const { order, collection, session } = locked;
    refuseUnlessOpen('update', ctx, locked);
    refuseOtherCurrency(ctx, order);
    const amount = requested.amount?.in(session.amount.currency) ?? session.amount;
    if (!amount.isPositive()) throw new AmountNotPositive();
    const left = await this.payable.calculate(tx, order, collection);
    if (requested.amount && left.lessThan(amount)) throw new AmountExceedsOutstanding(left);
    return { order, session, amount, coversAll: left.compare(amount) === 0 };
  }
}
