import type {
  Authorization,
  ProviderData,
  ProviderMoney,
  ProviderOrder,
  ProviderPayment,
  ProviderSettings,
  SavedMethod,
} from './values';

/** A session as the gateway knows it. */
export interface ProviderSession {
  /** The gateway's id of the session, e.g. `bogus_` + 24 hex digits. Unique within the provider. */
  readonly externalId: string;
  /** What the shopper's page needs, the caller's own data included; stored and shown as `external_data` / `data`. */
  readonly data: ProviderData;
}

/** Every remote call carries the key by which the gateway knows a repeat from a new wish. */
export interface Keyed {
  /** At most 64 characters, the same for every attempt at the same operation. */
  readonly operationKey: string;
  /** Of the payment method it is about: with which account to speak. Empty for a local session. */
  readonly settings: ProviderSettings;
}

/** A customer, as a gateway is told of them. */
export interface ProviderCustomer {
  /** The customer's own id (UUID), for the gateway's metadata. */
  readonly id: string;
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
}

export interface CreateAccountHolderRequest extends Keyed {
  readonly customer: ProviderCustomer;
}

/** A customer as the gateway knows them. */
export interface ProviderAccountHolder {
  /** The gateway's id of them, e.g. `cus_…` at Stripe. One customer's only. */
  readonly externalId: string;
  /** What the gateway says of them that the shopper's page may see; stored and shown. No secrets. */
  readonly data: ProviderData;
}

export interface CreateSessionRequest extends Keyed {
  /** The session's own id (UUID), for the gateway's metadata. */
  readonly sessionId: string;
  /** The store (UUID), for the gateway's metadata. */
  readonly storeId: string;
  /** The order it is to pay (UUID); null for a local session, which is opened before its order is looked up. */
  readonly orderId: string | null;
  /** Unset for a local session: its amount is decided in the statement that stores it. */
  readonly amount?: ProviderMoney;
  /** Whether the money is to be taken with the authorization, as the payment method says now. */
  readonly capture: 'automatic' | 'manual';
  /** The caller's object, unchecked but for size and depth. */
  readonly data: ProviderData;
  /** The customer's id (UUID) when one is logged in. */
  readonly customerId: string | null;
  /** Who that customer is at the gateway, where it has account holders. */
  readonly accountHolder?: ProviderAccountHolder;
  /** A card of that customer's, which the gateway keeps; unset when the shopper enters one. */
  readonly savedMethod?: Pick<SavedMethod, 'profileId'>;
  /**
   * Keep the card that the shopper pays with: to pay with while they are present (`on_session`), or also without them
   * (`off_session`: renewals, staff). Asked only of a logged in customer, where `supports.saveAtCheckout`.
   */
  readonly saveMethod?: 'on_session' | 'off_session';
  /** What is paid for, so that it is found in the gateway's own dashboard. Unset for a local session. */
  readonly order?: ProviderOrder;
}

export interface UpdateSessionRequest extends Keyed {
  readonly session: ProviderSession;
  readonly amount: ProviderMoney;
  /** The caller's changes, to be merged over `session.data`. */
  readonly data: ProviderData;
  /** The card that is to pay it from now on, as at its opening; unset where it stays as it was. */
  readonly savedMethod?: Pick<SavedMethod, 'profileId'>;
  /** Whose card that is. */
  readonly accountHolder?: ProviderAccountHolder;
  /** The order as it is now; unset for a local session. */
  readonly order?: ProviderOrder;
}

export interface CancelSessionRequest extends Keyed {
  readonly session: ProviderSession;
}

/** The gateway takes no payment for the session any more. */
export interface ClosedSession {
  readonly externalId: string;
}

export interface AuthorizeRequest extends Keyed {
  readonly session: ProviderSession;
  readonly amount: ProviderMoney;
  /** `automatic`: take the money now. `manual`: hold it until `capture`. */
  readonly capture: 'automatic' | 'manual';
  /**
   * Who is present. `merchant`: staff or a renewal charges a saved card, and nobody can confirm anything (Stripe's
   * `off_session`); where the bank wants the shopper, it is declined with `authentication_required`.
   */
  readonly initiatedBy: 'shopper' | 'merchant';
  /** What the shopper's page sent with the completion. Passed on, never stored: it may hold a card number. */
  readonly data: ProviderData;
}

export interface TransactionRequest extends Keyed {
  readonly payment: ProviderPayment;
  /** How much of it; never more than is left. */
  readonly amount: ProviderMoney;
}

export interface CancelRequest extends Keyed {
  readonly payment: ProviderPayment;
}

/** The gateway's own id of a capture, refund or cancellation. */
export interface TransactionResult {
  readonly reference: string;
}

/** A refund that the gateway has taken on. */
export interface Refunded extends TransactionResult {
  /**
   * `pending`: it is on its way, and counts against what can be refunded; an event or `lookUp` with the same key tells
   * what became of it. A refund that fails is declined there, or told by an event.
   */
  readonly state: 'pending' | 'succeeded';
}

export interface CreateSetupSessionRequest extends Keyed {
  /** The setup session's own id (UUID), for the gateway's metadata. */
  readonly setupSessionId: string;
  /** The customer's id (UUID). */
  readonly customerId: string;
  /** Who they are at the gateway, where it has account holders. */
  readonly accountHolder?: ProviderAccountHolder;
  /** The caller's object, unchecked but for size and depth. */
  readonly data: ProviderData;
}

/** An attempt to save a card, as the gateway knows it. */
export interface ProviderSetupSession {
  readonly externalId: string;
  /** What the shopper's page confirms it with; null where it needs nothing. */
  readonly clientSecret: string | null;
  readonly data: ProviderData;
}

export interface CompleteSetupSessionRequest extends Keyed {
  readonly setupSession: Pick<ProviderSetupSession, 'externalId' | 'data'>;
  /** What the shopper's page sent with the completion. Passed on, never stored: it may hold a card number. */
  readonly data: ProviderData;
}

export interface DetachSavedMethodRequest extends Keyed {
  readonly profileId: string;
}

/** The gateway does not keep the card any more. */
export interface Detached {
  readonly profileId: string;
}

/** The verbs that leave a trace at the gateway, each under an operation key. */
export type ProviderVerb =
  'create_session' | 'update_session' | 'cancel_session' | 'authorize' | 'capture' | 'refund' | 'cancel';

export interface LookUpRequest extends Keyed {
  readonly verb: ProviderVerb;
  /** The gateway's id of the session or payment it was about, where one is known. */
  readonly externalId: string | null;
  /** What was asked for, to hold the gateway's answer against; unset where nobody knows. */
  readonly amount?: ProviderMoney;
  /** With `create_session`, all that was asked for: where a key is exact, it may be sent again, and moves no money. */
  readonly opening?: Omit<CreateSessionRequest, keyof Keyed>;
  /** The same with `update_session`. */
  readonly changing?: Omit<UpdateSessionRequest, keyof Keyed>;
}

/** What each verb comes to when it is done. */
export interface VerbResults {
  create_session: ProviderSession;
  update_session: ProviderSession;
  cancel_session: ClosedSession;
  authorize: Authorization;
  capture: TransactionResult;
  refund: Refunded;
  cancel: TransactionResult;
}
export type VerbResult = VerbResults[ProviderVerb];
