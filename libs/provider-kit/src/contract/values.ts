/** An amount in minor units (cents for USD, yen for JPY) with its ISO 4217 currency in upper case. */
export interface ProviderMoney {
  readonly minor: bigint;
  readonly currency: string;
}

/** Plain JSON that travels between the shopper's page and the gateway's SDK. Holds no card number, ever. */
export type ProviderData = Readonly<Record<string, unknown>>;

/** What a store has set for its payment method, by the keys of `capabilities.settings`; secrets in clear. Not to be kept or logged. */
export type ProviderSettings = Readonly<Record<string, string | boolean | number>>;

/** What a payment was paid with, as receipts and operators see it. What the gateway does not tell is left out. */
export interface PaymentMethodDetails {
  /** The kind, in the gateway's own word: `card`, `ideal`, `sepa_debit`, `oxxo`, … */
  readonly type: string;
  /** Of a card, in lower case: `visa`, `mastercard`, … */
  readonly brand?: string;
  /** The last four digits of the card or account. */
  readonly last4?: string;
  /** Of a card: 1 to 12, and four digits. */
  readonly expiryMonth?: number;
  readonly expiryYear?: number;
  /** `credit`, `debit` or `prepaid`. */
  readonly funding?: string;
  /** Through which it came: `apple_pay`, `google_pay`, `link`, … */
  readonly wallet?: string;
  /** The bank's name or code, of transfers and debits. */
  readonly bank?: string;
  /** Where the card was issued or the bank is: ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** What every state of an authorization may tell. */
interface AuthorizationDetails {
  readonly method?: PaymentMethodDetails;
}

/** Of ways to pay whose money comes in days (vouchers, transfers, debits): the shopper is done, and the order can be placed. */
interface PaidLater {
  /** Left out: an answer comes in seconds, or the shopper must act on the page. */
  readonly paidLater?: true;
  /** Until when it can be paid; ISO 8601 in UTC. It lives until then, and longer than another open session. */
  readonly expiresAt?: string;
}

/** The money is held (`authorized`) or taken (`captured`). */
export interface AuthorizedPayment extends AuthorizationDetails {
  readonly state: 'authorized' | 'captured';
  /** The gateway's id of the charge. */
  readonly reference: string;
  /** Until when it can be captured; ISO 8601 in UTC. Left out: the gateway does not tell, or it is captured. */
  readonly captureBefore?: string;
  /** The card that was kept, where `saveMethod` was asked. */
  readonly savedMethod?: SavedMethod;
}

/** What became of an authorization. All of it is plain JSON, for it is stored. */
export type Authorization =
  | AuthorizedPayment
  /** The shopper must do something first (3-D Secure, or pay a voucher). `data` is merged into the session's for their page. */
  | ({ readonly state: 'requires_action'; readonly data: ProviderData } & PaidLater & AuthorizationDetails)
  /** The gateway is still at work; `lookUp` or an event will tell. */
  | ({ readonly state: 'processing'; readonly data?: ProviderData } & PaidLater & AuthorizationDetails)
  /** The shopper has paid nothing yet, and has failed at nothing: the session can be completed later. */
  | { readonly state: 'pending' };

/** Where an order is sent. */
export interface ProviderAddress {
  readonly name: string;
  readonly phone?: string;
  readonly line1?: string;
  readonly line2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly postalCode?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** An order as a gateway's dashboard, its fraud checks and the shopper's bank statement show it. */
export interface ProviderOrder {
  /** As the shop shows it, e.g. `R123456789`. */
  readonly number: string;
  /** One line, at most 1000 characters. */
  readonly description?: string;
  /** Where a receipt may go. */
  readonly email?: string;
  readonly shipping?: ProviderAddress;
  /** Put after the account's own name on bank statements: at most 22 characters, Latin, no `<>\'"*`. */
  readonly statementSuffix?: string;
}

/** A payment as the gateway knows it. */
export interface ProviderPayment {
  /** The gateway's id of the charge, from `Authorization`. */
  readonly reference: string;
  readonly externalId: string;
}

/** A card that a gateway keeps for a customer. */
export interface SavedMethod {
  /** The gateway's id of it. Never a card number. */
  readonly profileId: string;
  /** `visa`, `mastercard`, … */
  readonly brand: string;
  /** The last four digits. */
  readonly last4: string;
  /** 1 to 12. */
  readonly month: number;
  /** Four digits. */
  readonly year: number;
  /** The card holder's, where it is known. */
  readonly name: string | null;
}

/** What became of an attempt to save a card. */
export type Saving =
  | { readonly state: 'saved'; readonly method: SavedMethod }
  /** The shopper must do something first. `data` is merged into the session's for their page. */
  | { readonly state: 'requires_action'; readonly data: ProviderData }
  /** The gateway is still at work: completing again asks it again. */
  | { readonly state: 'processing' };
