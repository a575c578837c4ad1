import type { ProviderCapabilities } from './capabilities';
import type {
  ParsedEvent,
  PaymentAtGateway,
  ReadPaymentRequest,
  ReceivedEvent,
  VerifiedEvent,
} from './events';
import type { NeverDelivered, Outcome } from './outcome';
import type {
  AuthorizeRequest,
  CancelRequest,
  CancelSessionRequest,
  ClosedSession,
  CompleteSetupSessionRequest,
  CreateAccountHolderRequest,
  CreateSessionRequest,
  CreateSetupSessionRequest,
  DetachSavedMethodRequest,
  Detached,
  LookUpRequest,
  ProviderAccountHolder,
  ProviderSession,
  ProviderSetupSession,
  Refunded,
  TransactionRequest,
  TransactionResult,
  UpdateSessionRequest,
  VerbResult,
} from './requests';
import type { CheckSettingsRequest, SettingsCheck } from './settings';
import type { Authorization, Saving } from './values';

export type * from './capabilities';
export type * from './requests';
export type * from './settings';
export type * from './values';

/**
 * A gateway, as Tandem sees it. The whole contract:
 * - The same operation key sent twice has one effect and the same response.
 * - A decline is returned, never thrown. Any thrown error counts as unknown, because money may have moved.
 * - No method logs, stores or returns card numbers or secrets.
 * - Amounts are integers in minor units; only the provider converts to its gateway's convention.
 */
export interface PaymentProvider {
  /** What the provider can do. Never changes while the process runs. */
  readonly capabilities: ProviderCapabilities;
  /** Creates a payment session. Where `capabilities.local.sessions`, it must be pure and fast. */
  createSession(request: CreateSessionRequest): Promise<Outcome<ProviderSession>> | Outcome<ProviderSession>;
  /** Updates the amount or data of an open session. Where `capabilities.local.sessions`, it must be pure and fast. */
  updateSession(request: UpdateSessionRequest): Promise<Outcome<ProviderSession>> | Outcome<ProviderSession>;
  /**
   * Cancels an abandoned session (superseded, expired, its cart abandoned), so that no shopper can still pay it at the gateway.
   * Succeeds if it is already canceled. Declines (`not_cancelable`) if it was paid there, which is shown to an operator. Omitted
   * where nothing stays open at the gateway; never called where `capabilities.local.sessions`.
   */
  cancelSession?(request: CancelSessionRequest): Promise<Outcome<ClosedSession>>;
  /** Authorizes or captures the session's amount. Only the gateway's own record counts, never what the client claims. */
  authorize(request: AuthorizeRequest): Promise<Outcome<Authorization>>;
  /** Captures an authorized amount, in full or in part. Where `supports.capture` is `once`, the rest is released with it. */
  capture(request: TransactionRequest): Promise<Outcome<TransactionResult>>;
  /** Refunds a captured amount, in full or in part. */
  refund(request: TransactionRequest): Promise<Outcome<Refunded>>;
  /** Releases what was authorized and not captured. */
  cancel(request: CancelRequest): Promise<Outcome<TransactionResult>>;
  /** Finds out what became of an operation whose response was lost. */
  lookUp(request: LookUpRequest): Promise<Outcome<VerbResult> | NeverDelivered>;
  /** Registers a customer at the gateway, once. Exactly where `capabilities.supports.accountHolders`. */
  createAccountHolder?(
    request: CreateAccountHolderRequest,
  ): Promise<Outcome<ProviderAccountHolder>> | Outcome<ProviderAccountHolder>;
  /**
   * Verifies a webhook's signature and age. Makes no calls and changes nothing. When omitted, `parseEvent`
   * is called instead and must make no calls either.
   */
  verifyEvent?(event: ReceivedEvent): Promise<VerifiedEvent> | VerifiedEvent;
  /**
   * Verifies the signature and returns what the event reports. Events arrive in any order: where that matters, read the
   * current state from the gateway. It changes nothing and may be called again for the same event; a thrown error is retried later.
   * Omitted: the gateway sends no events.
   */
  parseEvent?(event: ReceivedEvent): Promise<ParsedEvent> | ParsedEvent;
  /** Reads a payment from the gateway, for `tandem reconcile`. Omitted: only the ledger itself is checked. */
  readPayment?(request: ReadPaymentRequest): Promise<Outcome<PaymentAtGateway>>;
  /** Creates a setup session to save a card. Present, like the next two, exactly where `capabilities.supports.savedMethods`. */
  createSetupSession?(
    request: CreateSetupSessionRequest,
  ): Promise<Outcome<ProviderSetupSession>> | Outcome<ProviderSetupSession>;
  /** Saves the card. Only the gateway's own record counts; the same key gives the same card. */
  completeSetupSession?(request: CompleteSetupSessionRequest): Promise<Outcome<Saving>> | Outcome<Saving>;
  /** Deletes a saved card at the gateway. Succeeds if it is already deleted. */
  detachSavedMethod?(request: DetachSavedMethodRequest): Promise<Outcome<Detached>> | Outcome<Detached>;
  /**
   * Tests settings that an operator is about to save: whether the gateway accepts the key, for the right mode and account.
   * Changes nothing there. Omitted: only their format is checked.
   */
  checkSettings?(request: CheckSettingsRequest): Promise<SettingsCheck>;
}
