/** A card saved at a gateway: what a receipt shows of it, never its number. */
export interface SavedCard {
  readonly id: string;
  readonly customerId: string;
  readonly paymentMethodId: string;
  readonly providerId: string;
  /** The gateway's id of the card. */
  readonly profileId: string;
  readonly brand: string;
  readonly last4: string;
  /** 1 to 12. */
  readonly month: number;
  /** Four digits. */
  readonly year: number;
  readonly name: string | null;
  readonly isDefault: boolean;
  /** When it was last saved. */
  readonly updatedAt: Date;
}

/** A row of saved_cards, also as JSON. */
export interface SavedCardRow {
  id: string;
  customer_id: string;
  payment_method_id: string;
  provider_id: string;
  profile_id: string;
  brand: string;
  last4: string;
  month: number;
  year: number;
  name: string | null;
  is_default: boolean;
  /** A string if the row comes as JSON. */
  updated_at: Date | string;
}

export function savedCardFrom(row: SavedCardRow): SavedCard {
  const { id, brand, last4, month, year, name } = row;
  return {
    id,
    customerId: row.customer_id,
    paymentMethodId: row.payment_method_id,
    providerId: row.provider_id,
    profileId: row.profile_id,
    brand,
    last4,
    month,
    year,
    name,
    isDefault: row.is_default,
    updatedAt: new Date(row.updated_at),
  };
}
