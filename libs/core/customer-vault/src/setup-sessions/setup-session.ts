import type { PaymentMethod } from '@tandem/payment-methods';
import type { SetupSessionState } from './setup-session.states';

/** One attempt of a customer to have a card kept for later. */
export interface SetupSession {
  readonly storeId: string;
  readonly id: string;
  readonly customerId: string;
  readonly paymentMethodId: string;
  readonly providerId: string;
  readonly state: SetupSessionState;
  /** The gateway's id of it. */
  readonly externalId: string;
  readonly clientSecret: string | null;
  /** What the shopper's page needs. Never a card number. */
  readonly data: Readonly<Record<string, unknown>>;
  /** The card it has saved. */
  readonly cardId: string | null;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** With the method it is for. */
export interface SetupSessionDetails {
  readonly setup: SetupSession;
  readonly method: PaymentMethod;
}
