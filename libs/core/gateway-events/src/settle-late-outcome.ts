import { Injectable } from '@nestjs/common';
import { PlaceCoveredOrder } from '@tandem/checkout';
import { gateway, noIdempotency, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { SessionSettlement } from '@tandem/payment-sessions';
import { Ledger } from '@tandem/payments';
import type {
  Authorization,
  ClosedSession,
  Declined,
  Succeeded,
  TransactionResult,
  ProviderSession,
  VerbResult,
} from '@tandem/provider-kit';
import type { ProviderOperation } from '@tandem/provider-operations';
import { bringsMoney } from './brings-money';

// What may cover an order: its money, or the word that it is taken.
const COVERING: readonly ProviderOperation['verb'][] = ['authorize', 'capture'];
// What kept it from being placed while it was on its way.
const LEAVING: readonly ProviderOperation['verb'][] = ['refund', 'cancel'];

/**
 * An outcome that came later than its request: it enters by the same settle steps as a prompt one. Nobody waits for it, so the
 * order that it covers is placed with it.
 */
@Injectable()
export class SettleLateOutcome {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionSettlement,
    private readonly ledger: Ledger,
    private readonly placing: PlaceCoveredOrder,
  ) {}

  async run(operation: ProviderOperation, outcome: Succeeded<VerbResult> | Declined): Promise<void> {
    const { storeId, orderId, verb } = operation;
    const ctx: RequestContext = { storeId, caller: gateway, idempotency: noIdempotency };
    const mayCover = COVERING.includes(verb);
    const decides = mayCover || LEAVING.includes(verb);
    await this.database.transaction(async (tx) => {
      if (decides) await this.placing.lock(tx, ctx, orderId);
      await this.settle(tx, operation, outcome);
      if (!decides) return;
      // What brought no money places nothing that nobody has asked for.
      if (!mayCover) await this.placing.lookAgainWithin(tx, ctx, orderId);
      else if (bringsMoney(outcome)) await this.placing.within(tx, ctx, orderId);
      else await this.placing.lookWithin(tx, ctx, orderId);
    });
  }

  private settle(
    tx: Tx,
    operation: ProviderOperation,
    outcome: Succeeded<VerbResult> | Declined,
  ): Promise<unknown> {
    switch (operation.verb) {
      case 'authorize':
        return this.sessions.settleAuthorization(
          tx,
          operation,
          outcome as Succeeded<Authorization> | Declined,
        );
      case 'create_session':
        return this.sessions.settleOpening(tx, operation, outcome as Succeeded<ProviderSession> | Declined);
      case 'update_session':
        return this.sessions.settleChange(tx, operation, outcome as Succeeded<ProviderSession> | Declined);
      case 'cancel_session':
        return this.sessions.settleClosing(tx, operation, outcome as Succeeded<ClosedSession> | Declined);
      case 'capture':
      case 'refund':
      case 'cancel':
        return this.ledger.settle(tx, operation, outcome as Succeeded<TransactionResult> | Declined);
    }
  }
}
