import type { AccountHolder, SavedCard } from '@tandem/customer-vault';
import type { Money } from '@tandem/money';
import type { PaymentCollection } from '@tandem/payment-collections';
import type { PaymentHistory } from '@tandem/payments';
import type { Declined, ProviderCustomer } from '@tandem/provider-kit';
import type { SessionState } from './payment-session.states';

/** The customer who pays their own order, as of the session's creation; otherwise empty. Stored as JSON: times are ISO 8601. */
export interface SessionContext {
  readonly customer?: ProviderCustomer;
  /** Where the provider has account holders. */
  readonly accountHolder?: Omit<AccountHolder, 'createdAt' | 'updatedAt'> & {
    readonly createdAt: string;
    readonly updatedAt: string;
  };
}

/** One attempt to pay a collection with one method. */
export interface PaymentSession {
  readonly storeId: string;
  readonly id: string;
  readonly orderId: string;
  readonly collectionId: string;
  readonly paymentMethodId: string;
  readonly providerId: string;
  readonly customerId: string | null;
  readonly state: SessionState;
  readonly amount: Money;
  /** The gateway's id of it; null while it is being created at the gateway. */
  readonly externalId: string | null;
  /** What the shopper's page needs: Spree's external_data, Medusa's data. Never a card number. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly context: SessionContext;
  /** Why it failed; otherwise null. */
  readonly failure: Pick<Declined, 'code' | 'message'> | null;
  /** Its amount was the full outstanding amount when it was created or last updated, so it is stale once that changes. */
  readonly coversAll: boolean;
  /** The saved card that pays it; null if the shopper enters one. */
  readonly cardId: string | null;
  readonly expiresAt: Date | null;
  readonly authorizedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** How a caller names a session: by its id (UUID) or by the gateway's, which is all that a redirect returns. */
export type SessionRef = { readonly id: string } | { readonly externalId: string };

/** The part of a payment method that a session's response shows. */
export interface SessionMethod {
  readonly id: string;
  readonly providerId: string;
  readonly name: string;
  readonly description: string | null;
  readonly sessionRequired: boolean;
}

/** A session with everything a response may show of it. */
export interface SessionDetails {
  readonly session: PaymentSession;
  readonly method: SessionMethod;
  readonly payment: PaymentHistory['payment'] | null;
  /** The saved card that pays it, even if the customer has removed it since. */
  readonly card: SavedCard | null;
}

/** A collection with its sessions (replaced ones left out) and payments, as Medusa shows it. */
export interface CollectionDetails {
  readonly collection: PaymentCollection;
  readonly sessions: readonly PaymentSession[];
  readonly payments: readonly PaymentHistory[];
  /** Ids of the providers of the store's active methods. */
  readonly providerIds: readonly string[];
}

/** A payment with its collection and, through that, its session. */
export interface PaymentInCollection<History extends PaymentHistory = PaymentHistory> {
  readonly history: History;
  readonly within: CollectionDetails;
}
