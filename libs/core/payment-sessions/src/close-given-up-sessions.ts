import { Injectable } from '@nestjs/common';
import { byStore, Database, type Tx } from '@tandem/database';
import { Worker } from '@tandem/jobs';
import { newId } from '@tandem/ids';
import { ProviderRegistry } from '@tandem/payment-providers';
import type { ClosedSession, Declined, Succeeded } from '@tandem/provider-kit';
import {
  operationKey,
  ProviderCalls,
  ProviderOperations,
  type ProviderOperation,
} from '@tandem/provider-operations';
import { GivenUpSessions } from './given-up-sessions.repository';
import type { PaymentSession } from './payment-session';
import { SessionSettlement } from './session-settlement';

const EVERY_MS = 1000;
const ROUND = 20;

/**
 * Has gateways close the sessions that were given up: replaced, expired, declined, or of a cart or order that was. Each
 * once, by an operation that is recorded as the session is taken; what a crash leaves of it, the resolver carries out.
 */
@Injectable()
export class CloseGivenUpSessions extends Worker {
  constructor(
    private readonly database: Database,
    private readonly registry: ProviderRegistry,
    private readonly sessions: GivenUpSessions,
    private readonly operations: ProviderOperations,
    private readonly calls: ProviderCalls,
    private readonly settlement: SessionSettlement,
  ) {
    super(EVERY_MS, ROUND);
  }

  /** One round; how many sessions it was. */
  async run(): Promise<number> {
    const closing = this.registry.all().filter((provider) => provider.cancelSession !== undefined);
    if (closing.length === 0) return 0;
    const ids = closing.map(({ capabilities }) => capabilities.id);
    const begun = await this.beginAll(ids);
    await Promise.all(begun.map((operation) => this.carryOut(operation)));
    return begun.length;
  }

  private async beginAll(providerIds: readonly string[]): Promise<ProviderOperation[]> {
    const toClose = await this.sessions.findToClose(this.database, ROUND, providerIds);
    const begun: ProviderOperation[] = [];
    for (const [storeId, ofStore] of byStore(toClose)) {
      const ids = ofStore.map(({ id }) => id);
      begun.push(...(await this.database.transaction((tx) => this.begin(tx, storeId, ids))));
    }
    return begun;
  }

  private async begin(tx: Tx, storeId: string, ids: readonly string[]): Promise<ProviderOperation[]> {
    const begun: ProviderOperation[] = [];
    for (const session of await this.sessions.take(tx, storeId, ids)) {
      // What is in flight comes first: a change of it, sent before it was given up.
      if (await this.operations.findOpenOfSession(tx, session.storeId, session.id)) {
        await this.sessions.postpone(tx, session);
      } else {
        begun.push(await this.open(tx, session));
        await this.sessions.closing(tx, session);
      }
    }
    return begun;
  }

  private async open(tx: Tx, session: PaymentSession): Promise<ProviderOperation> {
    const { storeId, id, orderId, collectionId, providerId, amount, externalId, data } = session;
    const { operation } = await this.operations.open(tx, {
      storeId,
      id: newId(),
      orderId,
      collectionId,
      sessionId: id,
      paymentId: null,
      providerId,
      verb: 'cancel_session',
      operationKey: operationKey({ seed: null, verb: 'cancel_session', targetId: id, number: 0 }),
      amount,
      details: { methodId: session.paymentMethodId, session: { externalId: externalId ?? '', data } },
    });
    return operation;
  }

  private async carryOut(operation: ProviderOperation): Promise<void> {
    const outcome = await this.calls.perform(operation);
    if (outcome.status === 'unknown') return;
    await this.database.transaction((tx) =>
      this.settlement.settleClosing(tx, operation, outcome as Succeeded<ClosedSession> | Declined),
    );
  }
}
