import { Injectable } from '@nestjs/common';
import { Database } from '@tandem/database';
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

/** An outcome that came later than its request: it enters by the same settle steps as a prompt one. */
@Injectable()
export class SettleLateOutcome {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionSettlement,
    private readonly ledger: Ledger,
  ) {}

  async run(operation: ProviderOperation, outcome: Succeeded<VerbResult> | Declined): Promise<void> {
    await this.database.transaction(async (tx) => {
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
    });
  }
}
