import { Injectable } from '@nestjs/common';
import { Worker } from '@tandem/jobs';
import { byStore, Database, type Tx } from '@tandem/database';
import { ProviderRegistry } from '@tandem/payment-providers';
import {
  numberedKey,
  ProviderCalls,
  ProviderOperations,
  type OperationOf,
} from '@tandem/provider-operations';
import { GivenUpSessions } from './given-up-sessions.repository';
import { knownAtGateway } from '../create/known-at-gateway';
import type { PaymentSession } from '../payment-session';
import { SessionSettlement } from '../complete/session-settlement';

const EVERY_MS = 1000;
const ROUND = 20;

type Closing = OperationOf<'cancel_session'>;

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
    await Promise.all(begun.map((operation) => this.execute(operation)));
    return begun.length;
  }

  private async beginAll(providerIds: readonly string[]): Promise<Closing[]> {
    const toClose = await this.sessions.findToClose(this.database, ROUND, providerIds);
    const begun: Closing[] = [];
    for (const [storeId, ofStore] of byStore(toClose)) {
      const ids = ofStore.map(({ id }) => id);
      begun.push(...(await this.database.transaction((tx) => this.begin(tx, storeId, ids))));
    }
    return begun;
  }

  private async begin(tx: Tx, storeId: string, ids: readonly string[]): Promise<Closing[]> {
    const begun: Closing[] = [];
    for (const session of await this.sessions.take(tx, storeId, ids)) {
      // What is in flight comes first: a change of it, sent before it was given up.
      if (await this.operations.findOpenOfSession(tx, session.storeId, session.id)) {
        await this.sessions.postpone(tx, session);
      } else {
        const operation = await this.open(tx, session);
        if (operation) begun.push(operation);
        await this.sessions.closing(tx, session);
      }
    }
    return begun;
  }

  private async open(tx: Tx, session: PaymentSession): Promise<Closing | null> {
    const { storeId, id, orderId, collectionId, providerId, amount } = session;
    return this.operations.open(tx, {
      storeId,
      orderId,
      collectionId,
      sessionId: id,
      paymentId: null,
      providerId,
      verb: 'cancel_session',
      operationKey: numberedKey(id, 'cancel_session', 0),
      amount,
      details: { methodId: session.paymentMethodId, session: knownAtGateway(session) },
    });
  }

  private async execute(operation: Closing): Promise<void> {
    const outcome = await this.calls.execute(operation);
    if (outcome.status === 'unknown') return;
    const warning = await this.database.transaction((tx) =>
      this.settlement.settleClosing(tx, operation, outcome),
    );
    if (warning !== null) this.logger.warn(warning);
  }
}
