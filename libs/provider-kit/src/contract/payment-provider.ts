import type {
  ParsedEvent,
  PaymentAtGateway,
  ReadPaymentRequest,
  ReceivedEvent,
  VerifiedEvent,
} from './events';
import type { NeverReceived, Outcome } from './outcome';
import type {
  Authorization,
  ProviderData,
  ProviderMoney,
  ProviderPayment,
  ProviderSettings,
  SavedMethod,
  Saving,
} from './values';

export type * from './values';

/** A setting of a store's payment method, e.g. the key of its account at the gateway. */
export interface ProviderSetting {
  /** `secret_key` */
  readonly key: string;
  /** A `password` is written only: kept sealed, never shown again. */
  readonly type: 'string' | 'boolean' | 'number' | 'password';
  /** Shown to operators. */
  readonly label: string;
  /** Without it the method cannot be used. */
  readonly required?: boolean;
  readonly default?: string | boolean | number;
}

/** What a provider is and can do, as data: read by the registry, both dialects and the test kit. */
export interface ProviderCapabilities {
  /** The provider's public id, as Medusa spells it: `pp_<identifier>_<name>`, e.g. `pp_bogus_default`. */
  readonly id: `pp_${string}`;
  /** Shown to operators, e.g. in Spree's payment method types. */
  readonly displayName: string;
  /** ISO 4217 codes it can charge in, or any. */
  readonly currencies: 'any' | readonly string[];
  /** True for a gateway that moves no real money; an active method of it in production is warned of. */
  readonly testOnly: boolean;
  /** Spree's flag: a shopper pays with it through a payment session only. */
  readonly sessionRequired: boolean;
  /** Verbs without any remote effect. They are computed inside the transaction that stores their result. */
  readonly local: { readonly sessions: boolean };
  /** What a store sets for a method of this provider; none when left out. */
  readonly settings?: readonly ProviderSetting[];
  readonly supports: {
    readonly partialCapture: boolean;
    readonly partialRefund: boolean;
    readonly cancel: boolean;
    readonly savedMethods: boolean;
    /** It knows customers: each has one account holder there. Left out: no. */
    readonly accountHolders?: boolean;
  };
}

/** A session as the gateway knows it. */
export interface ProviderSession {
  /** The gateway's id of the session, e.g. `bogus_` + 24 hex digits. Unique within the provider. */
  readonly externalId: string;
  /** What the shopper's page needs, the caller's own data included; stored and shown as `external_data` / `data`. */
  readonly data: ProviderData;
}

/** Every remote call carries the key by which the gateway knows a repeat from a new wish. */
interface Keyed {
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
}

export interface UpdateSessionRequest extends Keyed {
  readonly session: ProviderSession;
  readonly amount: ProviderMoney;
  /** The caller's changes, to be merged over `session.data`. */
  readonly data: ProviderData;
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
}

/** What each verb comes to when it is done. */
export interface VerbResults {
  create_session: ProviderSession;
  update_session: ProviderSession;
  cancel_session: ClosedSession;
  authorize: Authorization;
  capture: TransactionResult;
  refund: TransactionResult;
  cancel: TransactionResult;
}
export type VerbResult = VerbResults[ProviderVerb];

/**
 * A gateway, as Tandem sees it. The whole contract:
 * - The same operation key sent twice has one effect and the same answer.
 * - A decline is returned, never thrown. Whatever is thrown counts as unknown, for money may have moved.
 * - Nothing here logs, stores or returns card numbers or secrets.
 * - Amounts are integers in minor units; the provider alone converts to its gateway's convention.
 */
export interface PaymentProvider {
  readonly capabilities: ProviderCapabilities;
  /** Opens one attempt to pay. Where `capabilities.local.sessions`, it must be pure and quick. */
  createSession(request: CreateSessionRequest): Promise<Outcome<ProviderSession>> | Outcome<ProviderSession>;
  /** Changes amount or data of an open session. Where `capabilities.local.sessions`, it must be pure and quick. */
  updateSession(request: UpdateSessionRequest): Promise<Outcome<ProviderSession>> | Outcome<ProviderSession>;
  /**
   * Closes a session that was given up (replaced, expired, its cart abandoned), so that no shopper can pay it at the gateway
   * any more. One that is closed already is done. One that was paid there is declined (`not_cancelable`): an operator sees
   * it. Left out where nothing stays open at the gateway; never asked where `capabilities.local.sessions`.
   */
  cancelSession?(request: CancelSessionRequest): Promise<Outcome<ClosedSession>>;
  /** Holds or takes the session's amount. The gateway's own record decides, never what the client claims. */
  authorize(request: AuthorizeRequest): Promise<Outcome<Authorization>>;
  /** Takes an authorized amount, in full or in part. */
  capture(request: TransactionRequest): Promise<Outcome<TransactionResult>>;
  /** Gives a captured amount back, in full or in part. */
  refund(request: TransactionRequest): Promise<Outcome<TransactionResult>>;
  /** Releases what was authorized and not captured. */
  cancel(request: CancelRequest): Promise<Outcome<TransactionResult>>;
  /** What became of an operation whose answer was lost. */
  lookUp(request: LookUpRequest): Promise<Outcome<VerbResult> | NeverReceived>;
  /** Makes a customer known to the gateway, once. Exactly where `capabilities.supports.accountHolders`. */
  createAccountHolder?(
    request: CreateAccountHolderRequest,
  ): Promise<Outcome<ProviderAccountHolder>> | Outcome<ProviderAccountHolder>;
  /**
   * Checks the signature of what was sent to a hook, and its age. It asks nobody and changes nothing. Left out: `parseEvent`
   * is asked, which then must ask nobody either.
   */
  verifyEvent?(event: ReceivedEvent): Promise<VerifiedEvent> | VerifiedEvent;
  /**
   * Checks the signature and says what the event means. Events come in any order: where that matters, the gateway is asked how
   * things stand now. It changes nothing, and may be called again for the same event; whatever it throws is tried again later.
   * Left out: the gateway sends no events.
   */
  parseEvent?(event: ReceivedEvent): Promise<ParsedEvent> | ParsedEvent;
  /** What the gateway holds of a payment, for `tandem reconcile`. Left out: only the ledger itself is checked. */
  readPayment?(request: ReadPaymentRequest): Promise<Outcome<PaymentAtGateway>>;
  /** Opens an attempt to save a card. This and the next two exactly where `capabilities.supports.savedMethods`. */
  createSetupSession?(
    request: CreateSetupSessionRequest,
  ): Promise<Outcome<ProviderSetupSession>> | Outcome<ProviderSetupSession>;
  /** Saves the card. The gateway's own record decides; the same key gives the same card. */
  completeSetupSession?(request: CompleteSetupSessionRequest): Promise<Outcome<Saving>> | Outcome<Saving>;
  /** Has the gateway forget a card. One that is not there any more is done. */
  detachSavedMethod?(request: DetachSavedMethodRequest): Promise<Outcome<Detached>> | Outcome<Detached>;
}
