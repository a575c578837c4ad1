import { Injectable } from '@nestjs/common';
import type { Tx } from '@tandem/database';
import type { Money } from '@tandem/money';
import { PlacementsRepository, type Order } from '@tandem/orders';
import type { ProviderOperation } from '@tandem/provider-operations';
import type { LedgerKind } from './ledger-entry';
import { LedgerTotals } from './ledger-totals';
import { LedgerRepository, type EntrySource } from './ledger.repository';
import { PaymentEvents } from './payment-events';
import { PaymentsRepository, type Movement } from './payments.repository';
import { RefundCredit } from './refund-credit';
import { ReleaseRest } from './release-rest';

export const KIND_OF = { capture: 'capture', refund: 'refund', cancel: 'cancellation' } satisfies Record<
  Movement,
  LedgerKind
>;

/** A movement that the gateway has made: for an operation of ours, or at the gateway itself. */
export interface MadeMovement {
  readonly source: EntrySource;
  readonly movement: Movement;
  /** UUID. */
  readonly paymentId: string;
  readonly amount: Money;
  /** The gateway's id of it. */
  readonly reference: string;
  /** The entry's id; left out: a new one. */
  readonly id?: string;
}

/** What became of a payment's money, as the ledger has it: entry, totals and events, or its reservation given back. */
@Injectable()
export class RecordMovement {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly entries: LedgerRepository,
    private readonly totals: LedgerTotals,
    private readonly events: PaymentEvents,
    private readonly releaseRest: ReleaseRest,
    private readonly refundCredit: RefundCredit,
    private readonly placements: PlacementsRepository,
  ) {}

  /** `order` is locked, but for a cancellation. */
  async succeeded(
    tx: Tx,
    operation: ProviderOperation,
    reference: string,
    order: Order | null,
  ): Promise<void> {
    const movement = operation.verb as Movement;
    const paymentId = paymentOf(operation);
    // Whoever takes the money of an open order wants it placed, and may be killed before they have placed it.
    if (movement === 'capture' && order?.state === 'open') await this.placements.request(tx, order);
    // A refund may have been shown while it was pending: its id stays.
    const id = movement === 'refund' ? operation.id : undefined;
    const { amount } = operation;
    await this.write(tx, { source: operation, movement, paymentId, amount, reference, id }, order);
  }

  /** The same for what no operation of ours did. A gateway that captures once has let go of the rest with it. */
  async write(tx: Tx, made: MadeMovement, order: Order | null): Promise<void> {
    const { source, movement, paymentId, amount, reference, id } = made;
    const { storeId, collectionId } = source;
    const { refundReasonId } = source.details;
    const kind = KIND_OF[movement];
    const entryId = await this.entries.insert(tx, {
      operation: source,
      paymentId,
      kind,
      amount,
      reference,
      id,
    });
    if (movement === 'refund') await this.refundCredit.write(tx, { source, amount, entryId }, order);
    const moved = await this.totals.add(tx, movement, { storeId, collectionId, paymentId, amount });
    const payment = movement === 'capture' ? await this.releaseRest.run(tx, source, moved, reference) : moved;
    if (payment !== null) await this.events.moved(tx, { movement, amount, refundReasonId, payment, entryId });
  }

  /** What was set aside is left again; where a capture beside it was the gateway's only one, that has let go of it. */
  async declined(tx: Tx, operation: ProviderOperation): Promise<void> {
    const { storeId, amount } = operation;
    const movement = operation.verb as Movement;
    if (movement === 'capture') await this.releaseRest.lockFor(tx, operation);
    const key = { storeId, id: paymentOf(operation) };
    const payment = await this.payments.release(tx, movement, key, amount);
    if (movement === 'capture') await this.releaseRest.run(tx, operation, payment, null);
  }
}

function paymentOf(operation: ProviderOperation): string {
  if (operation.paymentId === null) throw new Error(`operation ${operation.id} is about no payment`);
  return operation.paymentId;
}
