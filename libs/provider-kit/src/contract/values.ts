/** An amount in minor units (cents for USD, yen for JPY) with its ISO 4217 currency in upper case. */
export interface ProviderMoney {
  readonly minor: bigint;
  readonly currency: string;
}

/** Plain JSON that travels between the shopper's page and the gateway's SDK. Holds no card number, ever. */
export type ProviderData = Readonly<Record<string, unknown>>;

/** What a store has set for its payment method, by the keys of `capabilities.settings`; secrets in clear. Not to be kept or logged. */
export type ProviderSettings = Readonly<Record<string, string | boolean | number>>;

/** What became of an authorization. */
export type Authorization =
  /** The money is held (`authorized`) or taken (`captured`). `reference` is the gateway's id of the charge. */
  | { readonly state: 'authorized' | 'captured'; readonly reference: string }
  /** The shopper must do something first (3-D Secure). `data` is merged into the session's for their page. */
  | { readonly state: 'requires_action'; readonly data: ProviderData }
  /** The gateway is still at work; `lookUp` will tell. */
  | { readonly state: 'processing' }
  /** The shopper has paid nothing yet, and has failed at nothing: the session can be completed later. */
  | { readonly state: 'pending' };

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
