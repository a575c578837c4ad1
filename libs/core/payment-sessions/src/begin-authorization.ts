import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import { newId } from '@tandem/ids';
import type { Money } from '@tandem/money';
import { CollectionsRepository } from '@tandem/payment-collections';
import { captureOf, PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import { ProviderOperations, type Begun } from '@tandem/provider-operations';
import { PayableAmount } from './payable-amount';
import type { PaymentSession } from './payment-session';
import { SessionAmountStale } from './payment-sessions.errors';
import { PaymentSessionsRepository } from './payment-sessions.repository';
import type { HeldSession } from './session-locks';

/** How an authorization is asked for. */
interface Asked {
  /** The operation's key. */
  readonly key: string;
  /** The call will carry data which is not kept. */
  readonly shopperData: boolean;
  /** `merchant`: staff charge a saved card, and no shopper can confirm anything. Left out: the shopper. */
  readonly initiatedBy?: 'shopper' | 'merchant';
  /** Left out: as the method's own setting says. */
  readonly capture?: 'automatic';
  /** The admin or secret key that asks for it (UUID). */
  readonly createdBy?: string;
  /** True: it is a key's id. */
  readonly isByKey?: boolean;
}

/** Step one of every authorization: sets the session's amount aside and records the operation. */
@Injectable()
export class BeginAuthorization {
  constructor(
    private readonly sessions: PaymentSessionsRepository,
    private readonly collections: CollectionsRepository,
    private readonly methods: PaymentMethodsReader,
    private readonly operations: ProviderOperations,
    private readonly payable: PayableAmount,
  ) {}

  /** @throws SessionAmountStale */
  async run(tx: Tx, { order, collection, session: asMade }: HeldSession, asked: Asked): Promise<Begun> {
    const left = await this.payable.of(tx, order, collection);
    const method = await this.methods.any(asMade.storeId, asMade.paymentMethodId, tx);
    const session = await this.fitByHand(tx, asMade, method, left);
    const fits = session.coversAll ? session.amount.compare(left) === 0 : session.amount.atMost(left);
    const reserved = fits && (await this.collections.reserve(tx, collection, session.amount));
    if (!reserved) throw new SessionAmountStale(left);
    await this.sessions.transition(tx, session, 'submit');
    return this.open(tx, session, method, asked);
  }

  /** Nobody was shown an amount by a gateway: what is to pay by hand all there is follows what that has become. */
  private async fitByHand(
    tx: Tx,
    session: PaymentSession,
    method: PaymentMethod,
    left: Money,
  ): Promise<PaymentSession> {
    const isLeft = session.amount.compare(left) === 0 || !left.isPositive();
    if (method.sessionRequired || !session.coversAll || isLeft) return session;
    const fitting = { ...session, amount: left };
    await this.sessions.change(tx, fitting);
    return fitting;
  }

  private async open(tx: Tx, session: PaymentSession, method: PaymentMethod, asked: Asked): Promise<Begun> {
    const { key, shopperData, initiatedBy, createdBy, isByKey } = asked;
    const { storeId, orderId, collectionId, providerId, externalId, data, amount, customerId, cardId } =
      session;
    return this.operations.open(tx, {
      storeId,
      id: newId(),
      orderId,
      collectionId,
      sessionId: session.id,
      paymentId: null,
      providerId,
      verb: 'authorize',
      operationKey: key,
      amount,
      details: {
        methodId: method.id,
        session: { externalId: externalId ?? '', data },
        capture: asked.capture ?? captureOf(method),
        customerId,
        cardId,
        initiatedBy,
        shopperData,
        createdBy,
        isByKey,
      },
    });
  }
}
