import type { PaymentMethod } from '@tandem/payment-methods';
import type { SetupSessionState } from './setup-session.states';

/** A customer's attempt to save a card for later. */
export interface SetupSession {
  readonly storeId: string;
  readonly id: string;
  readonly customerId: string;
  readonly paymentMethodId: string;
  readonly providerId: string;
  readonly state: SetupSessionState;
  /** The gateway's id of the setup session. */
  readonly externalId: string;
  readonly clientSecret: string | null;
  /** Data for the storefront. Never a card number. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The saved card. */
  readonly cardId: string | null;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** A setup session with its payment method. */
export interface SetupSessionDetails {
  readonly setup: SetupSession;
  readonly method: PaymentMethod;
}
