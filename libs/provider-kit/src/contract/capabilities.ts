import type { ProviderSetting } from './settings';

/** What a provider is and can do, as data: read by the registry, both dialects and the test kit. */
export interface ProviderCapabilities {
  /**
   * The provider's public id in Medusa's form: `pp_<identifier>_<name>`, e.g. `pp_bogus_default`. One class may be
   * registered under several ids, each with its own capabilities (`pp_stripe_stripe`, `pp_stripe-ideal_stripe`).
   */
  readonly id: `pp_${string}`;
  /** Shown to operators, e.g. in Spree's payment method types. */
  readonly displayName: string;
  /** ISO 4217 codes it can charge in, or 'any'. */
  readonly currencies: 'any' | readonly string[];
  /** True for a gateway that moves no real money; the server warns if an active method uses it in production. */
  readonly testOnly: boolean;
  /** Spree's flag: a shopper can pay with it only through a payment session. */
  readonly sessionRequired: boolean;
  /** Verbs without a remote effect. They run inside the transaction that stores their result. */
  readonly local: { readonly sessions: boolean };
  /** The settings a store can configure for a method of this provider; none when omitted. */
  readonly settings?: readonly ProviderSetting[];
  /**
   * Paths that receive its events, in addition to each payment method's own hook: `/hooks/payment/<name>`
   * (Medusa's, e.g. `/hooks/payment/stripe_stripe`) or `/<name>` (`/stripe`, Spree's older one). Paths are unique across
   * providers. When omitted: `/hooks/payment/` plus the id without `pp_`, if it has `parseEvent`.
   */
  readonly hooks?: readonly string[];
  /**
   * The gateway that several ids share (`stripe`): with equal settings they use one account, so an event received for
   * one of them may be about a session of another. When omitted, the id shares an account with no other.
   */
  readonly gateway?: string;
  readonly supports: ProviderSupport;
}

export interface ProviderSupport {
  /**
   * How often an authorization can be captured. `once`: the first capture releases the rest of the authorization, and
   * the ledger records that in the same transaction. `many`: the rest stays authorized until it is canceled.
   */
  readonly capture: 'once' | 'many';
  /** Can capture less than the authorized amount. */
  readonly partialCapture: boolean;
  readonly partialRefund: boolean;
  /** Can release an authorized amount that is not captured; where it captures `many` times, also after a capture. */
  readonly cancel: boolean;
  /** Saves customers' cards: setup sessions, and `savedMethod` when a session is created or updated. */
  readonly savedMethods: boolean;
  /** Saves the payment's card on request (`CreateSessionRequest.saveMethod`). Requires `savedMethods`. Default: false. */
  readonly saveAtCheckout?: boolean;
  /** Has customers: each customer has one account holder at the gateway. Default: false. */
  readonly accountHolders?: boolean;
}
