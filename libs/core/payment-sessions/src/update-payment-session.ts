import { Injectable } from '@nestjs/common';
import { answer, unwrap, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { refuseOtherCurrency, type Order, type OrderRef } from '@tandem/orders';
import { AmountExceedsOutstanding, AmountNotPositive } from '@tandem/payment-collections';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ProviderData, ProviderSession } from '@tandem/provider-kit';
import { CarryOut, operationKey, ProviderOperations, type Begun } from '@tandem/provider-operations';
import { changeDetails, FindCardChange, newPayer, type CardChange } from './find-card-change';
import type { NamedCard } from './find-named-card';
import { gatewayOrder } from './gateway-order';
import { madeLocally, refuseCardNumbers } from './local-session';
import type { PaymentSession, SessionDetails, SessionRef } from './payment-session';
import { refuseUnlessOpen, refuseWhileAsking } from './open-for-change';
import { PayableAmount } from './payable-amount';
import { SessionLocks } from './session-locks';
import { PaymentSessionsReader } from './payment-sessions.reader';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import { SessionSettlement } from './session-settlement';

export interface UpdatePaymentSessionInput extends NamedCard {
  readonly order: OrderRef | null;
  /** Null for an id of no known form. */
  readonly session: SessionRef | null;
  /** Left out: it stays. A function, for the session alone knows its currency. */
  readonly amount?: (currency: string) => Money;
  /** Merged over the session's data, key by key (Spree's rule). */
  readonly data: ProviderData;
}

/** What is asked for, with the card that it names. */
type Asked = Pick<UpdatePaymentSessionInput, 'amount' | 'data'> & { readonly card: CardChange | null };

interface Change {
  readonly order: Order;
  readonly session: PaymentSession;
  readonly amount: Money;
  /** Whether that is all there is to pay. */
  readonly coversAll: boolean;
}

/**
 * Changes amount, data or saved card of a session that is still open.
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
    private readonly operations: ProviderOperations,
    private readonly carryOut: CarryOut,
    private readonly settlement: SessionSettlement,
    private readonly payable: PayableAmount,
    private readonly cardChange: FindCardChange,
  ) {}

  async run(ctx: RequestContext, input: UpdatePaymentSessionInput): Promise<SessionDetails> {
    const { session } = await this.reader.get(ctx, input.order, input.session);
    const local = this.registry.get(session.providerId).capabilities.local.sessions;
    const asked = { ...input, card: await this.cardChange.run(ctx, session, input) };
    return local ? this.changeHere(ctx, session, asked) : this.changeRemotely(ctx, session, asked);
  }

  private changeHere(ctx: RequestContext, found: PaymentSession, asked: Asked): Promise<SessionDetails> {
    return this.database.transaction(async (tx) => {
      const { order, session, amount, coversAll } = await this.check(tx, ctx, found, asked);
      await ctx.idempotency.claim(tx);
      const { card } = asked.card ?? {};
      const provider = this.registry.get(session.providerId);
      const made = madeLocally(
        await provider.updateSession({
          operationKey: session.id,
          settings: {},
          session: asKnown(session),
          amount,
          data: asked.data,
          ...(card && { savedMethod: { profileId: card.profileId } }),
        }),
      );
      refuseCardNumbers(made.data);
      // A card that is not known here is none to a provider of this house.
      const cardId = card?.id ?? session.cardId;
      const payer = newPayer(order, session, asked.card);
      await this.sessions.change(tx, { ...session, ...payer, ...made, amount, coversAll, cardId });
      const details = await this.reader.details(tx, session);
      await ctx.idempotency.answer(tx, { value: details });
      return details;
    });
  }

  private async changeRemotely(
    ctx: RequestContext,
    found: PaymentSession,
    asked: Asked,
  ): Promise<SessionDetails> {
    refuseCardNumbers(asked.data);
    await ctx.idempotency.lease();
    const begun = await this.database.transaction((tx) => this.reserve(tx, ctx, found, asked));
    const outcome = await this.carryOut.session(begun);
    const settled = await this.database.transaction(async (tx) =>
      answer(ctx, tx, await this.settlement.settleChange(tx, begun.operation, outcome)),
    );
    return unwrap(settled);
  }

  private async reserve(tx: Tx, ctx: RequestContext, found: PaymentSession, asked: Asked): Promise<Begun> {
    const { order, session, amount, coversAll } = await this.check(tx, ctx, found, asked);
    const number = await this.operations.countOfSession(tx, ctx.storeId, session.id);
    const key = operationKey({
      seed: ctx.idempotency.seed,
      verb: 'update_session',
      targetId: session.id,
      number,
    });
    const before = await this.operations.findByKey(tx, ctx.storeId, key);
    if (before) return { operation: before, by: 'us before' };
    refuseWhileAsking(await this.operations.findOpenOfSession(tx, ctx.storeId, session.id));
    const payer = newPayer(order, session, asked.card);
    const { storeId, orderId, collectionId, providerId, customerId } = { ...session, ...payer };
    return this.operations.open(tx, {
      storeId,
      id: newId(),
      orderId,
      collectionId,
      sessionId: session.id,
      paymentId: null,
      providerId,
      verb: 'update_session',
      operationKey: key,
      amount,
      details: {
        methodId: session.paymentMethodId,
        session: asKnown(session),
        data: asked.data,
        customerId,
        coversAll,
        ...changeDetails(asked.card),
        ...(payer && { payer }),
        order: gatewayOrder(ctx, order),
      },
    });
  }

  /** The session under its lock, open, with an amount that still fits. */
  private async check(tx: Tx, ctx: RequestContext, found: PaymentSession, asked: Asked): Promise<Change> {
    const held = await this.locks.take(tx, ctx, found);
    const { order, collection, session } = held;
    refuseUnlessOpen('update', ctx, held);
    refuseOtherCurrency(ctx, order);
    const amount = asked.amount?.(session.amount.currency) ?? session.amount;
    if (!amount.isPositive()) throw new AmountNotPositive();
    const left = await this.payable.of(tx, order, collection);
    if (asked.amount && left.lessThan(amount)) throw new AmountExceedsOutstanding(left);
    return { order, session, amount, coversAll: left.compare(amount) === 0 };
  }
}

function asKnown({ externalId, data }: PaymentSession): ProviderSession {
  return { externalId: externalId ?? '', data };
}
