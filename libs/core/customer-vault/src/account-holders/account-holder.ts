import type { ProviderAccountHolder, ProviderCustomer } from '@tandem/provider-kit';

/** A customer's record at a gateway. */
export interface AccountHolder extends ProviderAccountHolder {
  readonly id: string;
  readonly providerId: string;
  /** The customer's email when the record was created. */
  readonly email: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A customer who is about to pay, with their account holder; null if the gateway has none. */
export interface Payer {
  readonly customer: ProviderCustomer;
  readonly holder: AccountHolder | null;
}

/** Identifies an account holder by customer and payment method. */
export interface HolderKey {
  readonly storeId: string;
  readonly customerId: string;
  readonly providerId: string;
  /** The payment method (UUID), whose settings determine the gateway account. */
  readonly methodId: string;
}

/** The payer as sent with a session request; empty if the gateway has no account holders. */
export function accountHolderOf(payer: Payer | null): { accountHolder?: ProviderAccountHolder } {
  if (!payer?.holder) return {};
  const { externalId, data } = payer.holder;
  return { accountHolder: { externalId, data } };
}
