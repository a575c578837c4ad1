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
