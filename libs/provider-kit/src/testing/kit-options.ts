import type {
  TransactionResult,
  PaymentProvider,
  ProviderData,
  ProviderCapabilities,
  ProviderMoney,
  ProviderPayment,
  ProviderSession,
  ProviderSettings,
  ProviderSetupSession,
  ProviderVerb,
} from '../contract/payment-provider';
import type { DeclineCode } from '../contract/declines';

type Awaitable<T> = T | Promise<T>;

/** How a shopper makes the gateway do one thing. Each part may be left out. */
export interface Scenario {
  /** What the storefront sends with the opening of the session. */
  readonly sessionData?: ProviderData;
  /** What the shopper's page sends with the completion. A card number here proves that none comes back. */
  readonly completionData?: ProviderData;
  /** What the shopper does on the gateway's page in between, e.g. enters a card at a stand-in. */
  readonly shopper?: (session: ProviderSession) => Awaitable<void>;
}

/** What a gateway can be made to show. A check whose scenario is left out is skipped by its name. */
export interface Scenarios {
  /** Pays at once. The one that no provider can leave out. */
  readonly pays: Scenario;
  readonly declines?: Scenario & { readonly code?: DeclineCode };
  /** The shopper must act first; `confirmed` and `refused` are what they then do. */
  readonly challenges?: Scenario & { readonly confirmed: Scenario; readonly refused?: Scenario };
  /** Still at work when it answers, and done soon after. */
  readonly processes?: Scenario;
  /** Paid, and takes no refund. */
  readonly refusesRefunds?: Scenario;
  /** The line breaks at the authorization before the gateway has heard it. Where `faults` can do so, it is not needed. */
  readonly breaksBefore?: Scenario;
  /** The gateway acts on the authorization, and its answer is lost. Where `faults` can do so, it is not needed. */
  readonly breaksAfter?: Scenario;
  /** Saves a card. Needed where `capabilities.supports.savedMethods`. */
  readonly saves?: Omit<Scenario, 'shopper'> & {
    readonly shopper?: (session: ProviderSetupSession) => Awaitable<void>;
  };
}

/** Switches of a stand-in gateway. Each is about the next request that reaches it for the verb, and no other. */
export interface Faults {
  /** It is cut before it is heard. */
  readonly breakBefore?: (verb: ProviderVerb) => Awaitable<void>;
  /** It is carried out, and its answer is cut. */
  readonly breakAfter?: (verb: ProviderVerb) => Awaitable<void>;
  /** It is heard and never answered. The provider's own time limit should be short here. */
  readonly goSilent?: (verb: ProviderVerb) => Awaitable<void>;
  /** It is answered with what makes no sense: an empty 200, a page of HTML, a 500. */
  readonly answerOddly?: (verb: ProviderVerb) => Awaitable<void>;
}

/** The contract's optional methods that no flag of the capabilities tells of. */
export type OptionalMethod = 'cancelSession' | 'parseEvent' | 'readPayment';

/** How a body is signed: at that time, and with another secret than the method's where it is `forged`. */
export interface Signing {
  readonly at: Date;
  readonly forged: boolean;
}

/**
 * What the gateway can be made to say: each brings the body of one event, as it would be sent now. What the event is about has
 * happened at the gateway by then, unless it is said here that it does it. A check whose event is left out is skipped by name.
 */
export interface Said {
  /** The session was paid on the gateway's page, by a shopper who does not come back. Pays it, where `scenarios.pays` alone does not. */
  readonly paid: (session: ProviderSession) => Awaitable<string>;
  /** A payment on the gateway's page failed. Fails it, where `scenarios.declines` alone does not. */
  readonly declined?: (session: ProviderSession) => Awaitable<string>;
  readonly captured?: (payment: ProviderPayment, capture: TransactionResult) => Awaitable<string>;
  readonly refunded?: (payment: ProviderPayment, refund: TransactionResult) => Awaitable<string>;
  /** Has a refund that succeeded come back from the bank. */
  readonly refundFailed?: (payment: ProviderPayment, refund: TransactionResult) => Awaitable<string>;
  readonly canceled?: (payment: ProviderPayment) => Awaitable<string>;
  /** A card was saved on the gateway's page. Where `scenarios.saves` alone saves it. */
  readonly saved?: (setup: ProviderSetupSession) => Awaitable<string>;
  /** Something that no provider needs to hear of. */
  readonly ofNoInterest?: () => Awaitable<string>;
}

/** How the gateway sends events. Needed where the provider has `parseEvent`. */
export interface Events {
  readonly says: Said;
  /** The headers that the signature is in, and no others; names in lower case. */
  readonly sign: (body: string, how: Signing) => Readonly<Record<string, string>>;
  /** How old a signature may be, and how far ahead. Left out: the gateway's signatures have no time. */
  readonly toleranceSeconds?: number;
  /** The settings that the secrets of signatures are in. Left out: the provider has them from elsewhere. */
  readonly secretSettings?: readonly string[];
}

/** What the gateway itself says of a payment, in minor units. */
export interface GatewayBalances {
  readonly currency: string;
  readonly captured: bigint;
  readonly refunded: bigint;
}

/** `describe` and `it` of jest, vitest or node:test. */
export interface Runner {
  readonly describe: (name: string, body: () => void) => unknown;
  readonly it: {
    (name: string, body: () => Promise<void>): unknown;
    readonly skip: (name: string, body: () => Promise<void>) => unknown;
  };
}

export interface KitOptions {
  /** The provider's capabilities: which checks there are is decided by them, before anything runs. */
  readonly capabilities: ProviderCapabilities;
  /** Makes the provider, once, when the first check runs: a stand-in gateway is up by then. */
  readonly provider: () => Awaitable<PaymentProvider>;
  /** What a store would have set for its payment method, sent with every request; none when left out. */
  readonly settings?: ProviderSettings;
  readonly scenarios: Scenarios;
  /** The optional methods it has; none when left out. A check sees to it that these are they. */
  readonly has?: readonly OptionalMethod[];
  readonly events?: Events;
  readonly faults?: Faults;
  /** Reads the gateway's own balances; the kit then compares amounts with them, in each kind of currency. */
  readonly balances?: (payment: ProviderPayment, amount: ProviderMoney) => Awaitable<GatewayBalances>;
  /** False for a provider with no gateway behind it (payment by hand): nobody there knows how much is left. */
  readonly hasGateway?: boolean;
  /** Keys and passwords that must be in no answer. */
  readonly secrets?: readonly string[];
  /** How long the caller waits, in milliseconds. The server waits 10 s, and so does the kit unless this says otherwise. */
  readonly limitMs?: number;
  /** Where the test runner has no globals: `{ describe, it }` of node:test. */
  readonly runner?: Runner;
}
