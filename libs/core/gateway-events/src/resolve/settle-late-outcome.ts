import { Injectable, Logger } from '@nestjs/common';
import { PlaceCoveredOrder } from '@tandem/checkout';
import { gateway, noIdempotency, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { SessionSettlement } from '@tandem/payment-sessions';
import { SettleTransaction } from '@tandem/payments';
import type { ProviderVerb } from '@tandem/provider-kit';
import type { OperationOf, RecordedOutcome } from '@tandem/provider-operations';
import { addsMoney } from '../apply/adds-money';

// Verbs whose money may cover an order.
const PAYING: readonly ProviderVerb[] = ['authorize', 'capture'];
// Verbs that block placing the order while they are in flight.
const RELEASING: readonly ProviderVerb[] = ['refund', 'cancel'];

/** The settle step of a verb; returns a warning to log after commit, if any. */
type Settle<V extends ProviderVerb> = (
  tx: Tx,
  operation: OperationOf<V>,
  outcome: RecordedOutcome<V>,
) => Promise<string | null>;

/**
 * Settles an outcome that came after its request ended, with the same steps as a prompt one. No request waits for it, so
 * the order it covers is placed here.
 */
@Injectable()
export class SettleLateOutcome {
  private readonly logger = new Logger(SettleLateOutcome.name);
  private readonly settle: { readonly [V in ProviderVerb]: Settle<V> };

  constructor(
    private readonly database: Database,
    sessions: SessionSettlement,
    transactions: SettleTransaction,
    private readonly placing: PlaceCoveredOrder,
  ) {
    this.settle = {
      create_session: (tx, ...args) => withoutWarning(sessions.settleOpening(tx, ...args)),
      update_session: (tx, ...args) => withoutWarning(sessions.settleChange(tx, ...args)),
      cancel_session: (tx, ...args) => sessions.settleCancellation(tx, ...args),
      authorize: (tx, ...args) => withoutWarning(sessions.settleAuthorization(tx, ...args)),
      capture: (tx, ...args) => withoutWarning(transactions.run(tx, ...args)),
      refund: (tx, ...args) => withoutWarning(transactions.run(tx, ...args)),
      cancel: (tx, ...args) => withoutWarning(transactions.run(tx, ...args)),
    };
  }

  async run<V extends ProviderVerb>(operation: OperationOf<V>, outcome: RecordedOutcome<V>): Promise<void> {
    const { storeId, orderId, verb } = operation;
    const ctx: RequestContext = { storeId, caller: gateway, idempotency: noIdempotency };
    const mayCover = PAYING.includes(verb);
    const decides = mayCover || RELEASING.includes(verb);
    const warning = await this.database.transaction(async (tx) => {
      if (decides) await this.placing.lockOrder(tx, ctx, orderId);
      const result = await this.settle[verb](tx, operation, outcome);
      // An outcome without money only places an order whose placement was requested.
      if (decides && !mayCover) await this.placing.retryPlacement(tx, ctx, orderId);
      else if (decides && addsMoney(outcome)) await this.placing.placeInTransaction(tx, ctx, orderId);
      else if (decides) await this.placing.reviewInTransaction(tx, ctx, orderId);
      return result;
    });
    if (warning !== null) this.logger.warn(warning);
  }
}

async function withoutWarning(work: Promise<unknown>): Promise<null> {
  await work;
  return null;
}
