import type { ProviderCapabilities } from './capabilities';
import type {
  ParsedEvent,
  PaymentAtGateway,
  ReadPaymentRequest,
  ReceivedEvent,
  VerifiedEvent,
} from './events';
import type { NeverReceived, Outcome } from './outcome';
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
 * - The same operation key sent twice has one effect and the same answer.
 * - A decline is returned, never thrown. Whatever is thrown counts as unknown, for money may have moved.
 * - Nothing here logs, stores or returns card numbers or secrets.
 * - Amounts are integers in minor units; the provider alone converts to its gateway's convention.
 */
export interface PaymentProvider {
  /** The same for as long as the process runs. */
  readonly capabilities: ProviderCapabilities;
  /** Opens one attempt to pay. Where `capabilities.local.sessions`, it must be pure and quick. */
  createSession(request: CreateSessionRequest): Promise<Outcome<ProviderSession>> | Outcome<ProviderSession>;
  /** Changes amount or data of an open session. Where `capabilities.local.sessions`, it must be pure and quick. */
  updateSession(request: UpdateSessionRequest): Promise<Outcome<ProviderSession>> | Outcome<ProviderSession>;
  /**
   * Closes an abandoned session (superseded, expired, its cart abandoned), so that no shopper can pay it at the gateway any more.
   * One that is closed already succeeds. One that was paid there is declined (`not_cancelable`), which an operator sees. Left out
   * where nothing stays open at the gateway; never called where `capabilities.local.sessions`.
   */
  cancelSession?(request: CancelSessionRequest): Promise<Outcome<ClosedSession>>;
  /** Authorizes or captures the session's amount. The gateway's own record decides, never what the client claims. */
  authorize(request: AuthorizeRequest): Promise<Outcome<Authorization>>;
  /** Captures an authorized amount, in full or in part. Where `supports.capture` is `once`, the rest is released with it. */
  capture(request: TransactionRequest): Promise<Outcome<TransactionResult>>;
  /** Refunds a captured amount, in full or in part. */
  refund(request: TransactionRequest): Promise<Outcome<Refunded>>;
  /** Releases what was authorized and not captured. */
  cancel(request: CancelRequest): Promise<Outcome<TransactionResult>>;
  /** Finds out what became of an operation whose response was lost. */
  lookUp(request: LookUpRequest): Promise<Outcome<VerbResult> | NeverReceived>;
  /** Registers a customer at the gateway, once. Exactly where `capabilities.supports.accountHolders`. */
  createAccountHolder?(
    request: CreateAccountHolderRequest,
  ): Promise<Outcome<ProviderAccountHolder>> | Outcome<ProviderAccountHolder>;
  /**
   * Checks the signature of what was sent to a hook, and its age. It calls nobody and changes nothing. Left out: `parseEvent`
   * is called, which then must call nobody either.
   */
  verifyEvent?(event: ReceivedEvent): Promise<VerifiedEvent> | VerifiedEvent;
  /**
   * Checks the signature and says what the event means. Events come in any order: where that matters, read the
   * current state from the gateway. It changes nothing, and may be called again for the same event; whatever it throws is tried again later.
   * Left out: the gateway sends no events.
   */
  parseEvent?(event: ReceivedEvent): Promise<ParsedEvent> | ParsedEvent;
  /** Reads a payment from the gateway, for `tandem reconcile`. Left out: only the ledger itself is checked. */
  readPayment?(request: ReadPaymentRequest): Promise<Outcome<PaymentAtGateway>>;
  /** Opens an attempt to save a card. This and the next two exactly where `capabilities.supports.savedMethods`. */
  createSetupSession?(
    request: CreateSetupSessionRequest,
  ): Promise<Outcome<ProviderSetupSession>> | Outcome<ProviderSetupSession>;
  /** Saves the card. The gateway's own record decides; the same key gives the same card. */
  completeSetupSession?(request: CompleteSetupSessionRequest): Promise<Outcome<Saving>> | Outcome<Saving>;
  /** Has the gateway forget a card. One that is not there any more is done. */
  detachSavedMethod?(request: DetachSavedMethodRequest): Promise<Outcome<Detached>> | Outcome<Detached>;
  /**
   * Tries settings that an operator is about to save: whether the gateway knows the key, of the right mode and account. It
   * changes nothing there. Left out: only their form is checked.
   */
  checkSettings?(request: CheckSettingsRequest): Promise<SettingsCheck>;
}
