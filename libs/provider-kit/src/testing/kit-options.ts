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
import type { DisputeSubject } from '../contract/events';

type Awaitable<T> = T | Promise<T>;

/** How a shopper triggers one gateway behavior. Every part is optional. */
export interface Scenario {
  /** What the storefront sends when it creates the session. */
  readonly sessionData?: ProviderData;
  /** What the shopper's page sends on completion. A card number here proves that none is returned. */
  readonly completionData?: ProviderData;
  /** What the shopper does on the gateway's page in between, e.g. enters a card at a fake gateway. */
  readonly shopper?: (session: ProviderSession) => Awaitable<void>;
}

/** The behaviors a gateway can be made to show. A check whose scenario is missing is skipped by name. */
export interface Scenarios {
  /** Pays at once. The only required scenario. */
  readonly pays: Scenario;
  readonly declines?: Scenario & { readonly code?: DeclineCode };
  /** The shopper must act first; `confirmed` and `refused` are their possible reactions. */
  readonly challenges?: Scenario & { readonly confirmed: Scenario; readonly refused?: Scenario };
  /** Responds as processing and succeeds soon after. */
  readonly processes?: Scenario;
  /** The shopper is finished and the money arrives days later: a voucher, a transfer, a debit. */
  readonly paysLater?: Scenario;
  /** Paid; a refund responds as pending and succeeds soon after. */
  readonly refundsLater?: Scenario;
  /** Paid, but refunds are refused. */
  readonly refusesRefunds?: Scenario;
  /** The connection breaks before the gateway receives the authorization. Not needed if `faults` can do this. */
  readonly breaksBefore?: Scenario;
  /** The gateway processes the authorization, but the response is lost. Not needed if `faults` can do this. */
  readonly breaksAfter?: Scenario;
  /** Saves a card. Required where `capabilities.supports.savedMethods`. */
  readonly saves?: Omit<Scenario, 'shopper'> & {
    readonly shopper?: (session: ProviderSetupSession) => Awaitable<void>;
  };
}

/** Fault switches of a fake gateway. Each affects only the next request it receives for that verb. */
export interface Faults {
  /** The connection breaks before the request is received. */
  readonly breakBefore?: (verb: ProviderVerb) => Awaitable<void>;
  /** The request is processed, but the response is cut off. */
  readonly breakAfter?: (verb: ProviderVerb) => Awaitable<void>;
  /** The request is received, but no response comes. The provider should have a short timeout here. */
  readonly goSilent?: (verb: ProviderVerb) => Awaitable<void>;
  /** The response is malformed: an empty 200, an HTML page, a 500. */
  readonly respondMalformed?: (verb: ProviderVerb) => Awaitable<void>;
}

/** The contract's optional methods that have no capability flag. */
export type OptionalMethod = 'cancelSession' | 'parseEvent' | 'readPayment' | 'checkSettings';

/** How a body is signed: at what time, and, if `forged`, with a secret other than the method's. */
export interface Signing {
  readonly at: Date;
  readonly forged: boolean;
}

/**
 * Makes the gateway send events: each returns the body of one event, as it would be sent now. The reported change has
 * already happened at the gateway unless noted otherwise. A check whose event is missing is skipped by name.
 */
export interface EventBodies {
  /** The session was paid on the gateway's page by a shopper who does not return. Pays it, if `scenarios.pays` alone does not. */
  readonly paid: (session: ProviderSession) => Awaitable<string>;
  /** A payment on the gateway's page failed. Makes it fail, if `scenarios.declines` alone does not. */
  readonly declined?: (session: ProviderSession) => Awaitable<string>;
  readonly captured?: (payment: ProviderPayment, capture: TransactionResult) => Awaitable<string>;
  readonly refunded?: (payment: ProviderPayment, refund: TransactionResult) => Awaitable<string>;
  /** Makes the bank return a refund that had succeeded. */
  readonly refundFailed?: (payment: ProviderPayment, refund: TransactionResult) => Awaitable<string>;
  readonly canceled?: (payment: ProviderPayment) => Awaitable<string>;
  /** A dispute of a captured payment enters a state; its earlier states have been reported. */
  readonly disputed?: (payment: ProviderPayment, state: DisputeSubject['state']) => Awaitable<string>;
  /** A card was saved on the gateway's page. For gateways where `scenarios.saves` alone saves it. */
  readonly saved?: (setup: ProviderSetupSession) => Awaitable<string>;
  /** An event that no provider needs. */
  readonly ofNoInterest?: () => Awaitable<string>;
}

/** How the gateway sends events. Required where the provider has `parseEvent`. */
export interface Events {
  readonly says: EventBodies;
  /** Returns only the headers with the signature; names in lower case. */
  readonly sign: (body: string, how: Signing) => Readonly<Record<string, string>>;
  /** Maximum age of a signature, and maximum time ahead. Omitted: the gateway's signatures have no timestamp. */
  readonly toleranceSeconds?: number;
  /** The settings that contain signing secrets. Omitted: the provider gets them elsewhere. */
  readonly secretSettings?: readonly string[];
}

/** A payment's amounts according to the gateway itself, in minor units. */
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

/** Settings that the gateway refuses. Required where the provider has `checkSettings`. */
export interface SettingsTried {
  readonly refused?: ProviderSettings;
  /** With these, or after `cut`, the gateway gives no clear response. */
  readonly unreachable?: { readonly settings?: ProviderSettings; readonly cut?: () => Awaitable<void> };
}

export interface KitOptions {
  /** The provider's capabilities: they determine the set of checks before anything runs. */
  readonly capabilities: ProviderCapabilities;
  /** Creates the provider, once, when the first check runs: a fake gateway is already running then. */
  readonly provider: () => Awaitable<PaymentProvider>;
  /** The store's settings for its payment method, sent with every request; none if omitted. */
  readonly settings?: ProviderSettings;
  readonly scenarios: Scenarios;
  readonly settingsTried?: SettingsTried;
  /** The optional methods it implements; none if omitted. A check verifies this list. */
  readonly has?: readonly OptionalMethod[];
  readonly events?: Events;
  readonly faults?: Faults;
  /** Reads the gateway's own balances; the kit compares amounts with them, for each number of decimals. */
  readonly balances?: (payment: ProviderPayment, amount: ProviderMoney) => Awaitable<GatewayBalances>;
  /** False for a provider without a gateway (manual payment), which cannot know what remains. */
  readonly hasGateway?: boolean;
  /** Keys and passwords that must not appear in any response. */
  readonly secrets?: readonly string[];
  /** Timeout of each call in milliseconds. Default: 10 s, as on the server. */
  readonly limitMs?: number;
  /** For test runners without globals: `{ describe, it }` of node:test. */
  readonly runner?: Runner;
}
