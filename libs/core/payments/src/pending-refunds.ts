import { Injectable } from '@nestjs/common';
import type { Queryable } from '@tandem/database';
import { ProviderOperations, type ProviderOperation } from '@tandem/provider-operations';
import type { Refunded } from '@tandem/provider-kit';
import type { LedgerEntry } from './ledger-entry';
import type { Payment } from './payment';
import type { RefundReason } from './refund-reason';
import { RefundReasonsRepository } from './refund-reasons.repository';

/** Where an open refund is on its way at the gateway, what that has said of it. */
export function pendingRefund({ verb, state, outcome }: ProviderOperation): Refunded | null {
  if (verb !== 'refund' || state !== 'requested' || outcome?.status !== 'succeeded') return null;
  return outcome.value as Refunded;
}

/**
 * Refunds that a gateway has taken on and not carried out yet, as the entries they become once they succeed: their ids stay.
 * They are in no total; what they ask for counts as reserved (`Payment.refunding`).
 */
@Injectable()
export class PendingRefunds {
  constructor(
    private readonly operations: ProviderOperations,
    private readonly reasons: RefundReasonsRepository,
  ) {}

  /** One statement more only where something is reserved. */
  async ofPayments(on: Queryable, storeId: string, payments: readonly Payment[]): Promise<LedgerEntry[]> {
    const moving = payments.filter(({ refunding }) => refunding.isPositive()).map(({ id }) => id);
    if (moving.length === 0) return [];
    const open = await this.operations.openOfPayments(on, storeId, moving);
    const pending = open.filter((operation) => pendingRefund(operation) !== null);
    const ids = pending.flatMap(({ details }) => details.refundReasonId ?? []);
    const reasons = await this.reasons.byIds(on, storeId, ids);
    return pending.map((operation) => entryOf(operation, reasons));
  }
}

function referenceOf(operation: ProviderOperation): string | null {
  return pendingRefund(operation)?.reference ?? null;
}

function entryOf(operation: ProviderOperation, reasons: ReadonlyMap<string, RefundReason>): LedgerEntry {
  const { id, paymentId, amount, details, createdAt } = operation;
  const { note = null, refundReasonId = '', createdBy = null, isByKey = false } = details;
  return {
    id,
    paymentId: paymentId ?? '',
    operationId: id,
    kind: 'refund',
    isPending: true,
    amount,
    reference: referenceOf(operation),
    note,
    dispute: null,
    refundReason: reasons.get(refundReasonId) ?? null,
    createdBy,
    isByKey,
    createdAt,
  };
}
