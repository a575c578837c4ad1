import { Injectable } from '@nestjs/common';
import { EVERY_ORDER, type Settled } from '@tandem/context';
import type { Tx } from '@tandem/database';
import { Events } from '@tandem/outbox';
import { OrdersRepository } from '@tandem/orders';
import { CollectionsRepository } from '@tandem/payment-collections';
import { PaymentMethodsReader } from '@tandem/payment-methods';
import { RecordAuthorization } from '@tandem/payments';
import type { AuthorizedPayment, Declined, ProviderSession, SavedMethod } from '@tandem/provider-kit';
import {
  ProviderOperationsRepository,
  type OperationOf,
  type RecordedOutcome,
  type SessionVerb,
} from '@tandem/provider-operations';
import { SavePaidCard, type SavedCard } from '@tandem/customer-vault';
import type { PaymentSession, SessionDetails } from '../payment-session';
import { PaymentSessionNotFound, SessionRefused } from '../payment-sessions.errors';
import { PaymentSessionsRepository } from '../payment-sessions.repository';
import { expiryOf } from './paid-later';
import { sessionEvents } from '../session-event';

type SessionOperation = OperationOf<SessionVerb>;

/**
 * The settle step of every verb about a session; a late answer enters by it too. The rules:
 * - An operation is settled once. Whoever comes second changes nothing and reads what the first wrote.
 * - A decline gives the reservation back and fails the session; the order stays open for another.
 * - While the gateway is still at work the operation stays open, and with it the reservation.
 */
@Injectable()
export class SessionSettlement {
  constructor(
    private readonly sessions: PaymentSessionsRepository,
    private readonly collections: CollectionsRepository,
    private readonly operations: ProviderOperationsRepository,
    private readonly recordAuthorization: RecordAuthorization,
    private readonly events: Events,
    private readonly savePaidCard: SavePaidCard,
    private readonly orders: OrdersRepository,
    private readonly methods: PaymentMethodsReader,
  ) {}

  async settleAuthorization(
    tx: Tx,
    operation: OperationOf<'authorize'>,
    outcome: RecordedOutcome<'authorize'>,
  ): Promise<SessionDetails> {
    const stillAtWork = outcome.status === 'succeeded' && outcome.value.state === 'processing';
    if (stillAtWork) return this.details(tx, operation);
    // The collection first: every transaction takes its lock before the session's and the operation's.
    await this.collections.lockForUpdate(tx, operation.storeId, operation.collectionId);
    const { isFirst } = await this.operations.settle(tx, operation, outcome);
    const settled = isFirst && (await this.apply(tx, operation, outcome));
    return settled ? this.reported(tx, operation) : this.details(tx, operation);
  }

  /** A session that a gateway was asked to open. A refusal fails it, and is to be thrown after the commit. */
  async settleOpening(
    tx: Tx,
    operation: OperationOf<'create_session'>,
    outcome: RecordedOutcome<'create_session'>,
  ): Promise<SessionRefused | null> {
    const { isFirst } = await this.operations.settle(tx, operation, outcome);
    if (outcome.status === 'succeeded') {
      if (isFirst) await this.sessions.opened(tx, sessionOf(operation), outcome.value);
      return null;
    }
    if (isFirst && (await this.decline(tx, operation, outcome))) await this.reported(tx, operation);
    return new SessionRefused(outcome.message);
  }

  /** A change of amount or data that a gateway was asked for. A refusal leaves the session as it was. */
  async settleChange(
    tx: Tx,
    operation: OperationOf<'update_session'>,
    outcome: RecordedOutcome<'update_session'>,
  ): Promise<Settled<SessionDetails>> {
    const { isFirst } = await this.operations.settle(tx, operation, outcome);
    if (outcome.status === 'declined') return { refusal: new SessionRefused(outcome.message) };
    if (isFirst) await this.keep(tx, operation, outcome.value);
    return { value: await this.details(tx, operation) };
  }

  /**
   * An abandoned session that a gateway was asked to close. Where it refuses, the shopper may have paid there: the operation stays
   * as declined for an operator to see, and the ledger as the gateway's own outcomes made it. What the log is to say after the commit.
   */
  async settleCancellation(
    tx: Tx,
    operation: OperationOf<'cancel_session'>,
    outcome: RecordedOutcome<'cancel_session'>,
  ): Promise<string | null> {
    const { isFirst } = await this.operations.settle(tx, operation, outcome);
    if (!isFirst || outcome.status === 'succeeded') return null;
    const { sessionId, providerId } = operation;
    return `${providerId} would not close session ${sessionId}, which was given up: ${outcome.code}`;
  }

  /** Whether the session's state has changed. */
  private async apply(
    tx: Tx,
    operation: OperationOf<'authorize'>,
    outcome: RecordedOutcome<'authorize'>,
  ): Promise<boolean> {
    const session = sessionOf(operation);
    const { storeId, collectionId, amount } = operation;
    if (outcome.status === 'declined') {
      await this.collections.release(tx, storeId, collectionId, amount);
      return this.decline(tx, operation, outcome);
    }
    const authorization = outcome.value;
    switch (authorization.state) {
      case 'processing':
        return false;
      case 'pending':
        await this.collections.release(tx, storeId, collectionId, amount);
        return this.sessions.transition(tx, session, 'reopen');
      case 'requires_action':
        await this.collections.release(tx, storeId, collectionId, amount);
        return this.sessions.transition(tx, session, 'challenge', {
          data: authorization.data,
          ...expiryOf(authorization),
        });
      case 'authorized':
      case 'captured':
        return this.recordPayment(tx, operation, authorization);
    }
  }

  private async recordPayment(
    tx: Tx,
    operation: OperationOf<'authorize'>,
    authorization: AuthorizedPayment,
  ): Promise<boolean> {
    const methodId = await this.methodIdOf(tx, operation);
    const method = await this.methods.getIncludingRemoved(operation.storeId, methodId, tx);
    const card = await this.saveCard(tx, operation, method.id, authorization.savedMethod);
    const cardId = card?.id ?? operation.details.cardId;
    await this.recordAuthorization.run(tx, operation, authorization, { method, cardId });
    const event = authorization.state === 'captured' ? 'capture' : 'authorize';
    return this.sessions.transition(tx, sessionOf(operation), event);
  }

  /** Operations that are older than the field name no method: their session does. */
  private async methodIdOf(tx: Tx, operation: OperationOf<'authorize'>): Promise<string> {
    return operation.details.methodId ?? (await this.details(tx, operation)).method.id;
  }

  /** The card that the gateway kept with the payment, where it was asked to. */
  private async saveCard(
    tx: Tx,
    { storeId, orderId, providerId, details: { customerId } }: OperationOf<'authorize'>,
    paymentMethodId: string,
    saved: SavedMethod | undefined,
  ): Promise<SavedCard | null> {
    if (saved === undefined || !customerId) return null;
    // A guest's order may be paid by whoever knows its id: their card is nobody else's.
    const order = await this.orders.findByRef(tx, storeId, { id: orderId }, EVERY_ORDER);
    if (order?.customerId !== customerId) return null;
    return this.savePaidCard.run(tx, { storeId, customerId, paymentMethodId, providerId }, saved);
  }

  private decline(tx: Tx, operation: SessionOperation, outcome: Declined): Promise<boolean> {
    return this.sessions.transition(tx, sessionOf(operation), 'decline', { failure: failureOf(outcome) });
  }

  /** The session as it has just become, told to whoever listens. */
  private async reported(tx: Tx, operation: SessionOperation): Promise<SessionDetails> {
    const details = await this.details(tx, operation);
    await this.events.publish(tx, sessionEvents(details.session));
    return details;
  }

  private async keep(tx: Tx, operation: OperationOf<'update_session'>, made: ProviderSession): Promise<void> {
    // As it is now: its data may have changed while the gateway was asked. The details that are returned are read after the change.
    const session = await this.sessions.lockForUpdate(tx, operation.storeId, operation.sessionId);
    if (session === null) throw new PaymentSessionNotFound();
    const { externalId } = made;
    // The caller's own data too: a look-up after a lost answer does not know it.
    const data = { ...session.data, ...operation.details.data, ...made.data };
    const { coversAll = session.coversAll, cardId = session.cardId, payer } = operation.details;
    const { amount } = operation;
    // One that was abandoned while its gateway was asked stays as it was.
    void (await this.sessions.update(tx, {
      ...session,
      ...payer,
      amount,
      externalId,
      data,
      coversAll,
      cardId,
    }));
  }

  private async details(tx: Tx, operation: SessionOperation): Promise<SessionDetails> {
    const details = await this.sessions.details(tx, operation.storeId, operation.sessionId);
    if (details === null) throw new PaymentSessionNotFound();
    return details;
  }
}

function sessionOf(operation: SessionOperation): Pick<PaymentSession, 'storeId' | 'id'> {
  return { storeId: operation.storeId, id: operation.sessionId };
}

function failureOf({ code, message }: Declined): PaymentSession['failure'] {
  return { code, message };
}
