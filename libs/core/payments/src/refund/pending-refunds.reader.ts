import { Injectable } from '@nestjs/common';
import type { Queryable } from '@tandem/database';
import { isOfVerb, ProviderOperationsRepository, type OperationOf } from '@tandem/provider-operations';
import type { Refunded } from '@tandem/provider-kit';
import type { LedgerEntry } from '../ledger/ledger-entry';
import type { Payment } from '../payment';
import type { RefundReason } from '../refund-reasons/refund-reason';
import { RefundReasonsRepository } from '../refund-reasons/refund-reasons.repository';

/** The gateway's result for a refund that is pending there; otherwise null. */
export function pendingRefund({ state, outcome }: OperationOf<'refund'>): Refunded | null {
  return state === 'requested' && outcome?.status === 'succeeded' ? outcome.value : null;
}

/**
 * Refunds that are pending at the gateway, as the ledger entries they become (with the same ids) once they succeed.
 * They are in no total; their amounts are reserved (`Payment.refunding`).
 */
@Injectable()
export class PendingRefundsReader {
  constructor(
    private readonly operations: ProviderOperationsRepository,
    private readonly reasons: RefundReasonsRepository,
  ) {}

  /** Runs a query only if a refund is in flight. */
  async findByPayments(on: Queryable, storeId: string, payments: readonly Payment[]): Promise<LedgerEntry[]> {
    const inFlight = payments.filter(({ refunding }) => refunding.isPositive()).map(({ id }) => id);
    if (inFlight.length === 0) return [];
    const open = await this.operations.findOpenByPayments(on, storeId, inFlight);
    const refunds = open.flatMap((operation) => (isOfVerb(operation, 'refund') ? [operation] : []));
    const ids = refunds.flatMap(({ details }) => details.refundReasonId ?? []);
    const reasons = await this.reasons.findByIds(on, storeId, ids);
    return refunds.flatMap((operation) => entryOf(operation, reasons) ?? []);
  }
}

function entryOf(
  operation: OperationOf<'refund'>,
  reasons: ReadonlyMap<string, RefundReason>,
): LedgerEntry | null {
  const pending = pendingRefund(operation);
  if (pending === null) return null;
  const { id, paymentId, amount, details, createdAt } = operation;
  const { note, refundReasonId, createdBy, isByKey } = details;
  return {
    id,
    paymentId,
    operationId: id,
    kind: 'refund',
    isPending: true,
    amount,
    reference: pending.reference,
    note,
    dispute: null,
    refundReason: (refundReasonId && reasons.get(refundReasonId)) || null,
    createdBy,
    isByKey,
    createdAt,
  };
}
