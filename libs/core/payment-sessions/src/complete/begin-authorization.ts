import { Injectable } from '@nestjs/common';
import { mustChange, type Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { captureMode, PaymentMethodsReader, type PaymentMethod } from '@tandem/payment-methods';
import type { NewOperation, RequestedBy } from '@tandem/provider-operations';
import { PayableAmount } from '../create/payable-amount';
import { gatewaySession } from '../create/gateway-session';
import type { PaymentSession } from '../payment-session';
import { SessionAmountStale } from '../payment-sessions.errors';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import { isPayable, amountFollowingDue } from '../session-amount';
import type { LockedSession } from '../session-locks';
import { PayableSessionsRepository } from './payable-sessions.repository';

/** Parameters of an authorization. */
interface Requested {
  /** The operation's key. */
  readonly key: string;
  /** The call carries data that is not stored. */
  readonly shopperData: boolean;
  /** `merchant`: staff charge a saved card and no shopper can authenticate. Left out: `shopper`. */
  readonly initiatedBy?: 'shopper' | 'merchant';
  /** Left out: the method's setting. */
  readonly capture?: 'automatic';
  /** Left out: not requested by staff. */
  readonly requestedBy?: RequestedBy;
}

const NO_CALLER: RequestedBy = { createdBy: null, isByKey: false };

/** Step one of every authorization: reserves the session's amount. Returns the operation to record. */
@Injectable()
export class BeginAuthorization {
  constructor(
    private readonly sessions: PaymentSessionsRepository,
    private readonly payableSessions: PayableSessionsRepository,
    private readonly methods: PaymentMethodsReader,
    private readonly payable: PayableAmount,
  ) {}

  /** @throws SessionAmountStale */
  async run(
    tx: Tx,
    { order, collection, session: locked }: LockedSession,
    requested: Requested,
  ): Promise<NewOperation<'authorize'>> {
    const left = await this.payable.calculate(tx, order, collection);
    const method = await this.methods.getIncludingRemoved(locked.storeId, locked.paymentMethodId, tx);
    const session = await this.fitManualSession(tx, locked, method, left);
    const isReserved = isPayable(session, left) && (await this.payableSessions.reserveAndSubmit(tx, session));
    if (!isReserved) throw new SessionAmountStale(left);
    return authorizationOf(session, method, requested);
  }

  private async fitManualSession(
    tx: Tx,
    session: PaymentSession,
    method: PaymentMethod,
    left: Money,
  ): Promise<PaymentSession> {
    const amount = amountFollowingDue(session, method, left);
    if (amount.compare(session.amount) === 0) return session;
    const fitting = { ...session, amount };
    mustChange(await this.sessions.update(tx, fitting), 'update payment session');
    return fitting;
  }
}

function authorizationOf(
  session: PaymentSession,
  method: PaymentMethod,
  requested: Requested,
): NewOperation<'authorize'> {
  const { storeId, id, orderId, collectionId, providerId, amount, customerId, cardId } = session;
  const { key, shopperData, initiatedBy = 'shopper', requestedBy = NO_CALLER } = requested;
  return {
    storeId,
    orderId,
    collectionId,
    sessionId: id,
    paymentId: null,
    providerId,
    verb: 'authorize',
    operationKey: key,
    amount,
    details: {
      methodId: method.id,
      session: gatewaySession(session),
      capture: requested.capture ?? captureMode(method),
      customerId,
      cardId,
      initiatedBy,
      shopperData,
      ...requestedBy,
    },
  };
}
