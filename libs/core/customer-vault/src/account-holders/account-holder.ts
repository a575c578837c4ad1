import type { ProviderAccountHolder, ProviderCustomer } from '@tandem/provider-kit';

/** A customer as one gateway knows them. */
export interface AccountHolder extends ProviderAccountHolder {
  readonly id: string;
  readonly providerId: string;
  /** The customer's when they were made known. */
  readonly email: string;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A customer who is about to pay, with who they are at the gateway; null where it has no account holders. */
export interface Payer {
  readonly customer: ProviderCustomer;
  readonly holder: AccountHolder | null;
}

/** Whose holder, and where. */
export interface HolderOf {
  readonly storeId: string;
  readonly customerId: string;
  readonly providerId: string;
  /** The payment method (UUID) that speaks with the provider: with which account, its settings say. */
  readonly methodId: string;
}

/** What a session's request tells the gateway of who pays; nothing where it has no account holders. */
export function holderIn(payer: Payer | null): { accountHolder?: ProviderAccountHolder } {
  if (!payer?.holder) return {};
  const { externalId, data } = payer.holder;
  return { accountHolder: { externalId, data } };
}
