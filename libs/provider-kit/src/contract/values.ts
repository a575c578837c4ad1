/** An amount in minor units (cents for USD, yen for JPY) with its ISO 4217 currency in upper case. */
export interface ProviderMoney {
  readonly minor: bigint;
  readonly currency: string;
}

/** Plain JSON passed between the shopper's page and the gateway's SDK. Must never contain a card number. */
export type ProviderData = Readonly<Record<string, unknown>>;

/** A store's settings for its payment method, by the keys of `capabilities.settings`; secrets decrypted. Do not store or log. */
export type ProviderSettings = Readonly<Record<string, string | boolean | number>>;

/** How a payment was paid, for receipts and operators. Omit what the gateway does not report. */
export interface PaymentMethodDetails {
  /** The kind, in the gateway's own name: `card`, `ideal`, `sepa_debit`, `oxxo`, … */
  readonly type: string;
  /** For cards, in lower case: `visa`, `mastercard`, … */
  readonly brand?: string;
  /** The last four digits of the card or account. */
  readonly last4?: string;
  /** For cards: month 1 to 12, four-digit year. */
  readonly expiryMonth?: number;
  readonly expiryYear?: number;
  /** `credit`, `debit` or `prepaid`. */
  readonly funding?: string;
  /** The wallet used: `apple_pay`, `google_pay`, `link`, … */
  readonly wallet?: string;
  /** For transfers and debits, the bank's name or code. */
  readonly bank?: string;
  /** Country of the card's issuer or the bank: ISO 3166-1 alpha-2. */
  readonly country?: string;
}

/** Common to every state of an authorization. */
interface AuthorizationDetails {
  readonly method?: PaymentMethodDetails;
}

/** For payments that settle days later (vouchers, transfers, debits): the shopper is finished, and the order can be placed. */
interface PaidLater {
  /** Omitted: the result comes within seconds, or the shopper must act on the page. */
  readonly paidLater?: true;
  /** Payment deadline; ISO 8601 in UTC. The session stays open until then, longer than other open sessions. */
  readonly expiresAt?: string;
}

/** The money is authorized or captured. */
export interface AuthorizedPayment extends AuthorizationDetails {
  readonly state: 'authorized' | 'captured';
  /** The gateway's id of the charge. */
  readonly reference: string;
  /** Capture deadline; ISO 8601 in UTC. Omitted: the gateway does not report it, or it is already captured. */
  readonly captureBefore?: string;
  /** The card that was saved, if `saveMethod` was requested. */
  readonly savedMethod?: SavedMethod;
}

/** The result of an authorization. It is stored, so plain JSON only. */
export type Authorization =
  | AuthorizedPayment
  /** The shopper must act first (3-D Secure, or pay a voucher). `data` is merged into the session's for their page. */
  | ({ readonly state: 'requires_action'; readonly data: ProviderData } & PaidLater & AuthorizationDetails)
  /** The gateway is still processing; `lookUp` or an event reports the result. */
  | ({ readonly state: 'processing'; readonly data?: ProviderData } & PaidLater & AuthorizationDetails)
  /** The shopper has not tried to pay yet: the session can be completed later. */
  | { readonly state: 'pending' };

/** The shipping address of an order. */
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

/** An order, as shown in a gateway's dashboard, its fraud checks and the shopper's bank statement. */
export interface ProviderOrder {
  /** The number the shop shows, e.g. `R123456789`. */
  readonly number: string;
  /** One line, at most 1000 characters. */
  readonly description?: string;
  /** Receipt address. */
  readonly email?: string;
  readonly shipping?: ProviderAddress;
  /** Appended to the account's name on bank statements: at most 22 characters, Latin, no `<>\'"*`. */
  readonly statementSuffix?: string;
}

/** A payment at the gateway. */
export interface ProviderPayment {
  /** The gateway's id of the charge, from `Authorization`. */
  readonly reference: string;
  readonly externalId: string;
}

/** A customer's card saved at a gateway. */
export interface SavedMethod {
  /** The gateway's id of the saved card. Never a card number. */
  readonly profileId: string;
  /** `visa`, `mastercard`, … */
  readonly brand: string;
  /** The last four digits. */
  readonly last4: string;
  /** 1 to 12. */
  readonly month: number;
  /** Four digits. */
  readonly year: number;
  /** The card holder's name, if known. */
  readonly name: string | null;
}

/** The result of an attempt to save a card. */
export type Saving =
  | { readonly state: 'saved'; readonly method: SavedMethod }
  /** The shopper must act first. `data` is merged into the session's for their page. */
  | { readonly state: 'requires_action'; readonly data: ProviderData }
  /** The gateway is still processing: complete again to poll. */
  | { readonly state: 'processing' };
