import { Injectable, Logger } from '@nestjs/common';
import { PlaceCoveredOrder } from '@tandem/checkout';
import { gateway, noIdempotency, type RequestContext } from '@tandem/context';
import { Database, type Tx } from '@tandem/database';
import { SessionSettlement } from '@tandem/payment-sessions';
import { SettleTransaction } from '@tandem/payments';
import type { ProviderVerb } from '@tandem/provider-kit';
import type { OperationOf, RecordedOutcome } from '@tandem/provider-operations';
import { bringsMoney } from '../apply/brings-money';

// What may cover an order: its money, or the word that it is taken.
const COVERING: readonly ProviderVerb[] = ['authorize', 'capture'];
// What kept it from being placed while it was in flight.
const LEAVING: readonly ProviderVerb[] = ['refund', 'cancel'];

/** The settle step of a verb; what is logged for an operator once it is committed, if anything. */
type Settle<V extends ProviderVerb> = (
  tx: Tx,
  operation: OperationOf<V>,
  outcome: RecordedOutcome<V>,
) => Promise<string | null>;

/**
 * An outcome that came later than its request: it enters by the same settle steps as a prompt one. Nobody waits for it, so the
 * order that it covers is placed with it.
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
      create_session: (tx, ...settled) => quietly(sessions.settleOpening(tx, ...settled)),
      update_session: (tx, ...settled) => quietly(sessions.settleChange(tx, ...settled)),
      cancel_session: (tx, ...settled) => sessions.settleClosing(tx, ...settled),
      authorize: (tx, ...settled) => quietly(sessions.settleAuthorization(tx, ...settled)),
      capture: (tx, ...settled) => quietly(transactions.run(tx, ...settled)),
      refund: (tx, ...settled) => quietly(transactions.run(tx, ...settled)),
      cancel: (tx, ...settled) => quietly(transactions.run(tx, ...settled)),
    };
  }

  async run<V extends ProviderVerb>(operation: OperationOf<V>, outcome: RecordedOutcome<V>): Promise<void> {
    const { storeId, orderId, verb } = operation;
    const ctx: RequestContext = { storeId, caller: gateway, idempotency: noIdempotency };
    const mayCover = COVERING.includes(verb);
    const decides = mayCover || LEAVING.includes(verb);
    const warning = await this.database.transaction(async (tx) => {
      if (decides) await this.placing.lock(tx, ctx, orderId);
      const settled = await this.settle[verb](tx, operation, outcome);
      // What brought no money places nothing that nobody has asked for.
      if (decides && !mayCover) await this.placing.lookAgainWithin(tx, ctx, orderId);
      else if (decides && bringsMoney(outcome)) await this.placing.within(tx, ctx, orderId);
      else if (decides) await this.placing.lookWithin(tx, ctx, orderId);
      return settled;
    });
    if (warning !== null) this.logger.warn(warning);
  }
}

async function quietly(work: Promise<unknown>): Promise<null> {
  await work;
  return null;
}
