import type { SavedCard } from '@tandem/customer-vault';

/** A saved card’s row as stored JSON: its time is text. */
export interface StoredCard {
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
  updated_at: string;
}

export function storedCardFrom(row: StoredCard): SavedCard {
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
