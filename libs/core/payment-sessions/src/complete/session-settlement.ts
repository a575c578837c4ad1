import { Injectable } from '@nestjs/common';
import { EVERY_ORDER, type Result } from '@tandem/context';
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
 * The settle step of every session verb, also for late outcomes. The rules:
 * - An operation is settled once. A second attempt changes nothing and reads what the first wrote.
 * - A decline releases the reservation and fails the session; the order stays open for another.
 * - While the gateway is still processing, the operation and its reservation stay open.
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
    const isProcessing = outcome.status === 'succeeded' && outcome.value.state === 'processing';
    if (isProcessing) return this.details(tx, operation);
    // Lock order: collection, operation. Sent together, and executed in this order.
    const [, { isFirst }] = await Promise.all([
      this.collections.lockForUpdate(tx, operation.storeId, operation.collectionId),
      this.operations.settle(tx, operation, outcome),
    ]);
    const changed = isFirst ? await this.apply(tx, operation, outcome) : null;
    return changed ? this.publish(tx, changed) : this.details(tx, operation);
  }

  /** Settles the creation of a session. A refusal fails the session and is returned, to be thrown after the commit. */
  async settleOpening(
    tx: Tx,
    operation: OperationOf<'create_session'>,
    outcome: RecordedOutcome<'create_session'>,
  ): Promise<SessionRefused | null> {
    const { isFirst } = await this.operations.settle(tx, operation, outcome);
    if (outcome.status === 'succeeded') {
      if (isFirst) await this.sessions.storeOpening(tx, sessionOf(operation), outcome.value);
      return null;
    }
    const failed = isFirst ? await this.decline(tx, operation, outcome) : null;
    if (failed) await this.publish(tx, failed);
    return new SessionRefused(outcome.message);
  }

  /** Settles an update of amount or data. A refusal leaves the session unchanged. */
  async settleChange(
    tx: Tx,
    operation: OperationOf<'update_session'>,
    outcome: RecordedOutcome<'update_session'>,
  ): Promise<Result<SessionDetails>> {
    const { isFirst } = await this.operations.settle(tx, operation, outcome);
    if (outcome.status === 'declined') return { error: new SessionRefused(outcome.message) };
    if (isFirst) await this.update(tx, operation, outcome.value);
    return { value: await this.details(tx, operation) };
  }

  /**
   * Settles the cancellation of an abandoned session. If the gateway refuses, the shopper may have paid there: the operation stays
   * declined for an operator to see, and only webhook events change the ledger. Returns a warning to log after the commit.
   */
  async settleCancellation(
    tx: Tx,
    operation: OperationOf<'cancel_session'>,
    outcome: RecordedOutcome<'cancel_session'>,
  ): Promise<string | null> {
    const { isFirst } = await this.operations.settle(tx, operation, outcome);
    if (!isFirst || outcome.status === 'succeeded') return null;
    const { sessionId, providerId } = operation;
    return `${providerId} would not close session ${sessionId}, which was abandoned: ${outcome.code}`;
  }

  /** Returns the session if its state has changed. */
  private async apply(
    tx: Tx,
    operation: OperationOf<'authorize'>,
    outcome: RecordedOutcome<'authorize'>,
  ): Promise<SessionDetails | null> {
    const session = sessionOf(operation);
    const { storeId, collectionId, amount } = operation;
    if (outcome.status === 'declined') {
      await this.collections.release(tx, storeId, collectionId, amount);
      return this.decline(tx, operation, outcome);
    }
    const authorization = outcome.value;
    switch (authorization.state) {
      case 'processing':
        return null;
      case 'pending':
        await this.collections.release(tx, storeId, collectionId, amount);
        return this.sessions.transitionWithDetails(tx, session, 'reopen');
      case 'requires_action':
        await this.collections.release(tx, storeId, collectionId, amount);
        return this.sessions.transitionWithDetails(tx, session, 'challenge', {
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
  ): Promise<SessionDetails | null> {
    const methodId = await this.methodIdOf(tx, operation);
    const method = await this.methods.getIncludingRemoved(operation.storeId, methodId, tx);
    const card = await this.saveCard(tx, operation, method.id, authorization.savedMethod);
    const cardId = card?.id ?? operation.details.cardId;
    await this.recordAuthorization.run(tx, operation, authorization, { method, cardId });
    const event = authorization.state === 'captured' ? 'capture' : 'authorize';
    return this.sessions.transitionWithDetails(tx, sessionOf(operation), event);
  }

  /** Operations recorded before `methodId` existed take it from their session. */
  private async methodIdOf(tx: Tx, operation: OperationOf<'authorize'>): Promise<string> {
    return operation.details.methodId ?? (await this.details(tx, operation)).method.id;
  }

  /** Saves the card that the gateway stored with the payment, if requested. */
  private async saveCard(
    tx: Tx,
    { storeId, orderId, providerId, details: { customerId } }: OperationOf<'authorize'>,
    paymentMethodId: string,
    saved: SavedMethod | undefined,
  ): Promise<SavedCard | null> {
    if (saved === undefined || !customerId) return null;
    // Anyone who knows a guest order's id may pay it: save a card only for the order's own customer.
    const order = await this.orders.findByRef(tx, storeId, { id: orderId }, EVERY_ORDER);
    if (order?.customerId !== customerId) return null;
    return this.savePaidCard.run(tx, { storeId, customerId, paymentMethodId, providerId }, saved);
  }

  private decline(tx: Tx, operation: SessionOperation, outcome: Declined): Promise<SessionDetails | null> {
    return this.sessions.transitionWithDetails(tx, sessionOf(operation), 'decline', {
      failure: failureOf(outcome),
    });
  }

  /** Publishes the session's new state. */
  private async publish(tx: Tx, details: SessionDetails): Promise<SessionDetails> {
    await this.events.publish(tx, sessionEvents(details.session));
    return details;
  }

  private async update(
    tx: Tx,
    operation: OperationOf<'update_session'>,
    made: ProviderSession,
  ): Promise<void> {
    // Reload: the data may have changed during the call.
    const session = await this.sessions.lockForUpdate(tx, operation.storeId, operation.sessionId);
    if (session === null) throw new PaymentSessionNotFound();
    const { externalId } = made;
    // Merge the caller's data too: a look-up after a lost response does not return it.
    const data = { ...session.data, ...operation.details.data, ...made.data };
    const { coversAll = session.coversAll, cardId = session.cardId, payer } = operation.details;
    const { amount } = operation;
    // A session that was abandoned during the call stays unchanged.
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
    const details = await this.sessions.findDetails(tx, operation.storeId, operation.sessionId);
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
