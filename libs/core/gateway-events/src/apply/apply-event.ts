import { Injectable } from '@nestjs/common';
import { PlaceCoveredOrder } from '@tandem/checkout';
import { gateway, noIdempotency, type RequestContext } from '@tandem/context';
import type { Tx } from '@tandem/database';
import type { GatewayAccount } from '@tandem/payment-methods';
import {
  GatewayOutcomes,
  GatewaySessionsReader,
  SessionLocks,
  type LockedSession,
} from '@tandem/payment-sessions';
import { GatewayPaymentsReader, GatewayTransactions, type Payment } from '@tandem/payments';
import type { DetachmentSubject, EventSubject, SetupSubject } from '@tandem/provider-kit';
import { GatewayCards } from '@tandem/customer-vault';
import { addsMoney } from './adds-money';
import { SubjectUnknown } from '../gateway-events.errors';

type PaymentSubject = Exclude<EventSubject, SetupSubject | DetachmentSubject>;

/**
 * Applies an event with the same steps as a prompt response: in any order, any number of times, with the same result.
 * Locks: order, collection, session, payment.
 */
@Injectable()
export class ApplyEvent {
  constructor(
    private readonly sessions: GatewaySessionsReader,
    private readonly payments: GatewayPaymentsReader,
    private readonly locks: SessionLocks,
    private readonly outcomes: GatewayOutcomes,
    private readonly gatewayTransactions: GatewayTransactions,
    private readonly placing: PlaceCoveredOrder,
    private readonly cards: GatewayCards,
  ) {}

  /**
   * Returns the event's store, if it names an object of one. `isIncoming`: the event reports no refund, dispute or cancellation,
   * so its authorization or capture may place the order. @throws SubjectUnknown, and errors of the steps
   */
  async run(
    tx: Tx,
    account: GatewayAccount,
    subject: EventSubject,
    isIncoming: boolean,
  ): Promise<string | null> {
    switch (subject.about) {
      case 'setup': {
        const storeId = await this.cards.settle(tx, account, subject);
        if (storeId === null) throw new SubjectUnknown(subject.externalId);
        return storeId;
      }
      case 'detachment':
        await this.cards.detached(tx, account, subject.profileId);
        return null;
      default:
        return this.ofPayment(tx, account, subject, isIncoming);
    }
  }

  private async ofPayment(
    tx: Tx,
    account: GatewayAccount,
    subject: PaymentSubject,
    isIncoming: boolean,
  ): Promise<string> {
    const place = await this.sessions.findPlace(tx, account, subject.externalId);
    if (place === null) throw new SubjectUnknown(subject.externalId);
    const { storeId } = place;
    const ctx: RequestContext = { storeId, caller: gateway, idempotency: noIdempotency };
    const locked = await this.locks.acquire(tx, ctx, place);
    if (subject.about === 'session') {
      await this.outcomes.settle(tx, locked, subject);
      await this.place(tx, ctx, locked, isIncoming && addsMoney(subject.outcome));
      return storeId;
    }
    const payment = await this.payments.lockBySession(tx, locked.session);
    if (payment !== null) await this.applyTransaction(tx, payment, subject);
    else if (subject.about === 'cancellation') await this.outcomes.close(tx, locked);
    else throw new SubjectUnknown(subject.externalId);
    if (subject.about === 'capture') await this.place(tx, ctx, locked, isIncoming);
    else await this.placing.retryPlacement(tx, ctx, locked.order.id);
    return storeId;
  }

  /** Places the order that the money covers; an event without money only places an order whose placement was requested. */
  private async place(
    tx: Tx,
    ctx: RequestContext,
    { order }: LockedSession,
    isMoney: boolean,
  ): Promise<void> {
    if (isMoney) await this.placing.placeInTransaction(tx, ctx, order.id);
    else await this.placing.reviewInTransaction(tx, ctx, order.id);
  }

  private applyTransaction(
    tx: Tx,
    payment: Payment,
    subject: Exclude<PaymentSubject, { about: 'session' }>,
  ): Promise<void> {
    switch (subject.about) {
      case 'capture':
        return this.gatewayTransactions.recordCapture(tx, payment, subject);
      case 'refund':
        return this.gatewayTransactions.recordRefund(tx, payment, subject);
      case 'cancellation':
        return this.gatewayTransactions.recordCancellation(tx, payment, subject.externalId);
      case 'dispute':
        return this.gatewayTransactions.recordDispute(tx, payment, subject);
    }
  }
}
