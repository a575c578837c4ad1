import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { byStore, Database, type Tx } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import {
  numberedKey,
  ProviderCalls,
  ProviderOperationsRepository,
  type OperationOf,
} from '@tandem/provider-operations';
import { AbandonedSessionsRepository } from './abandoned-sessions.repository';
import { gatewaySession } from '../create/gateway-session';
import type { PaymentSession } from '../payment-session';
import { SessionSettlement } from '../complete/session-settlement';

const POLL_INTERVAL_MS = 1000;
const BATCH_SIZE = 20;

type Cancellation = OperationOf<'cancel_session'>;

/**
 * Cancels abandoned sessions at their gateways: replaced, expired or declined sessions, and those of canceled orders and carts.
 * Each once, by an operation recorded while the session is locked; after a crash the resolver finishes it.
 */
@Injectable()
export class CancelAbandonedSessions extends Worker {
  constructor(
    private readonly database: Database,
    private readonly registry: ProviderRegistry,
    private readonly sessions: AbandonedSessionsRepository,
    private readonly operations: ProviderOperationsRepository,
    private readonly calls: ProviderCalls,
    private readonly settlement: SessionSettlement,
  ) {
    super(POLL_INTERVAL_MS, BATCH_SIZE);
  }

  /** One batch. Returns the number of sessions. */
  async run(): Promise<number> {
    const closing = this.registry.getAll().filter((provider) => provider.cancelSession !== undefined);
    if (closing.length === 0) return 0;
    const ids = closing.map(({ capabilities }) => capabilities.id);
    const begun = await this.beginAll(ids);
    await Promise.all(begun.map((operation) => this.execute(operation)));
    return begun.length;
  }

  private async beginAll(providerIds: readonly string[]): Promise<Cancellation[]> {
    const toClose = await this.sessions.findToClose(this.database, BATCH_SIZE, providerIds);
    const begun: Cancellation[] = [];
    for (const [storeId, ofStore] of byStore(toClose)) {
      const ids = ofStore.map(({ id }) => id);
      begun.push(...(await this.database.transaction((tx) => this.begin(tx, storeId, ids))));
    }
    return begun;
  }

  private async begin(tx: Tx, storeId: string, ids: readonly string[]): Promise<Cancellation[]> {
    const begun: Cancellation[] = [];
    for (const session of await this.sessions.lockMany(tx, storeId, ids)) {
      // First settle the call in flight, e.g. an update sent before the session was abandoned.
      if (await this.operations.findOpenBySession(tx, session.storeId, session.id)) {
        await this.sessions.postpone(tx, session);
      } else {
        const operation = await this.insertOperation(tx, session);
        if (operation) begun.push(operation);
        await this.sessions.markCanceling(tx, session);
      }
    }
    return begun;
  }

  private async insertOperation(tx: Tx, session: PaymentSession): Promise<Cancellation | null> {
    const { storeId, id, orderId, collectionId, providerId, amount } = session;
    return this.operations.insertOpen(tx, {
      storeId,
      orderId,
      collectionId,
      sessionId: id,
      paymentId: null,
      providerId,
      verb: 'cancel_session',
      operationKey: numberedKey(id, 'cancel_session', 0),
      amount,
      details: { methodId: session.paymentMethodId, session: gatewaySession(session) },
    });
  }

  private async execute(operation: Cancellation): Promise<void> {
    const outcome = await this.calls.execute(operation);
    if (outcome.status === 'unknown') return;
    const warning = await this.database.transaction((tx) =>
      this.settlement.settleCancellation(tx, operation, outcome),
    );
    if (warning !== null) this.logger.warn(warning);
  }
}
