import type {
  Authorization,
  ProviderData,
  ProviderMoney,
  ProviderOrder,
  ProviderPayment,
  ProviderSettings,
  SavedMethod,
} from './values';

/** A session at the gateway. */
export interface ProviderSession {
  /** The gateway's id of the session, e.g. `bogus_` + 24 hex digits. Unique within the provider. */
  readonly externalId: string;
  /** What the shopper's page needs, including the caller's own data; stored and shown as `external_data` / `data`. */
  readonly data: ProviderData;
}

/** Every remote call carries an idempotency key, so that the gateway can tell a retry from a new request. */
export interface Keyed {
  /** At most 64 characters; the same for every attempt of one operation. */
  readonly operationKey: string;
  /** Settings of the payment method: which gateway account to use. Empty for a local session. */
  readonly settings: ProviderSettings;
}

/** A customer, as sent to a gateway. */
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

/** A customer at the gateway. */
export interface ProviderAccountHolder {
  /** The gateway's id of the customer, e.g. `cus_…` at Stripe. Unique per customer. */
  readonly externalId: string;
  /** The gateway's data about the customer that the shopper's page may see; stored and returned. No secrets. */
  readonly data: ProviderData;
}

export interface CreateSessionRequest extends Keyed {
  /** The session's own id (UUID), for the gateway's metadata. */
  readonly sessionId: string;
  /** The store (UUID), for the gateway's metadata. */
  readonly storeId: string;
  /** The order it pays for (UUID); null for a local session, which is created before its order is looked up. */
  readonly orderId: string | null;
  /** Unset for a local session: its amount is computed in the statement that stores it. */
  readonly amount?: ProviderMoney;
  /** Whether to capture together with the authorization, according to the payment method's current setting. */
  readonly capture: 'automatic' | 'manual';
  /** The caller's object, checked only for size and depth. */
  readonly data: ProviderData;
  /** The customer's id (UUID) when one is logged in. */
  readonly customerId: string | null;
  /** That customer at the gateway, if it has account holders. */
  readonly accountHolder?: ProviderAccountHolder;
  /** One of the customer's saved cards; unset when the shopper enters a card. */
  readonly savedMethod?: Pick<SavedMethod, 'profileId'>;
  /**
   * Save the shopper's card: for payments with the shopper present (`on_session`), or also without (`off_session`:
   * renewals, staff). Set only for a logged in customer, where `supports.saveAtCheckout`.
   */
  readonly saveMethod?: 'on_session' | 'off_session';
  /** What is being paid for, so that it can be found in the gateway's dashboard. Unset for a local session. */
  readonly order?: ProviderOrder;
}

export interface UpdateSessionRequest extends Keyed {
  readonly session: ProviderSession;
  readonly amount: ProviderMoney;
  /** The caller's changes, to merge into `session.data`. */
  readonly data: ProviderData;
  /** The saved card to charge from now on; unset to leave it unchanged. */
  readonly savedMethod?: Pick<SavedMethod, 'profileId'>;
  /** The owner of that card. */
  readonly accountHolder?: ProviderAccountHolder;
  /** The current state of the order; unset for a local session. */
  readonly order?: ProviderOrder;
}

export interface CancelSessionRequest extends Keyed {
  readonly session: ProviderSession;
}

/** The gateway accepts no more payments for the session. */
export interface ClosedSession {
  readonly externalId: string;
}

export interface AuthorizeRequest extends Keyed {
  readonly session: ProviderSession;
  readonly amount: ProviderMoney;
  /** `automatic`: capture now. `manual`: authorize only, until `capture`. */
  readonly capture: 'automatic' | 'manual';
  /**
   * Who initiates it. `merchant`: staff or a renewal charges a saved card with no shopper present (Stripe's
   * `off_session`); if the bank requires the shopper, decline with `authentication_required`.
   */
  readonly initiatedBy: 'shopper' | 'merchant';
  /** What the shopper's page sent on completion. Passed through, never stored: it may contain a card number. */
  readonly data: ProviderData;
}

export interface TransactionRequest extends Keyed {
  readonly payment: ProviderPayment;
  /** The amount; never more than remains. */
  readonly amount: ProviderMoney;
}

export interface CancelRequest extends Keyed {
  readonly payment: ProviderPayment;
}

/** The gateway's own id of a capture, refund or cancellation. */
export interface TransactionResult {
  readonly reference: string;
}

/** A refund that the gateway accepted. */
export interface Refunded extends TransactionResult {
  /**
   * `pending`: in flight, and counted against the refundable amount; an event or `lookUp` with the same key reports
   * the result. A refund that fails is declined by the look-up or reported by an event.
   */
  readonly state: 'pending' | 'succeeded';
}

export interface CreateSetupSessionRequest extends Keyed {
  /** The setup session's own id (UUID), for the gateway's metadata. */
  readonly setupSessionId: string;
  /** The customer's id (UUID). */
  readonly customerId: string;
  /** The customer at the gateway, if it has account holders. */
  readonly accountHolder?: ProviderAccountHolder;
  /** The caller's object, checked only for size and depth. */
  readonly data: ProviderData;
}

/** An attempt to save a card, at the gateway. */
export interface ProviderSetupSession {
  readonly externalId: string;
  /** The secret the shopper's page confirms it with; null if none is needed. */
  readonly clientSecret: string | null;
  readonly data: ProviderData;
}

export interface CompleteSetupSessionRequest extends Keyed {
  readonly setupSession: Pick<ProviderSetupSession, 'externalId' | 'data'>;
  /** What the shopper's page sent on completion. Passed through, never stored: it may contain a card number. */
  readonly data: ProviderData;
}

export interface DetachSavedMethodRequest extends Keyed {
  readonly profileId: string;
}

/** The gateway no longer stores the card. */
export interface Detached {
  readonly profileId: string;
}

/** The verbs that create a record at the gateway, each under an operation key. */
export type ProviderVerb =
  'create_session' | 'update_session' | 'cancel_session' | 'authorize' | 'capture' | 'refund' | 'cancel';

export interface LookUpRequest extends Keyed {
  readonly verb: ProviderVerb;
  /** The gateway's id of the session or payment, if known. */
  readonly externalId: string | null;
  /** The requested amount, to compare with the gateway's response; unset if unknown. */
  readonly amount?: ProviderMoney;
  /** For `create_session`, the full original request: it moves no money, so a gateway that recognizes the key may be sent it again. */
  readonly opening?: Omit<CreateSessionRequest, keyof Keyed>;
  /** The same for `update_session`. */
  readonly changing?: Omit<UpdateSessionRequest, keyof Keyed>;
}

/** The result of each verb on success. */
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
