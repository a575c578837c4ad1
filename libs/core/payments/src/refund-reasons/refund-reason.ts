/** Why a payment was refunded; each store has its own list. */
export interface RefundReason {
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** For programs; unique among the reasons of the store that are not removed. */
  readonly code: string;
  readonly description: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** A removed reason stays on its refunds and cannot be used for new ones. */
  readonly deletedAt: Date | null;
}

/** How a caller names a reason: by id (UUID), and as they wrote it. */
export interface RefundReasonRef {
  readonly id: string;
  readonly publicId: string;
}

/** A row of refund_reasons; from JSON its times are text. */
export interface RefundReasonRow {
  id: string;
  label: string;
  code: string;
  description: string | null;
  created_at: Date | string;
  updated_at: Date | string;
  deleted_at: Date | string | null;
}

export function refundReasonFrom(row: RefundReasonRow): RefundReason {
  return {
    id: row.id,
    label: row.label,
    code: row.code,
    description: row.description,
    createdAt: new Date(row.created_at),
    updatedAt: new Date(row.updated_at),
    deletedAt: row.deleted_at === null ? null : new Date(row.deleted_at),
  };
}
