import type { ProviderSetting } from './settings';

/** What a provider is and can do, as data: read by the registry, both dialects and the test kit. */
export interface ProviderCapabilities {
  /**
   * The provider's public id, as Medusa spells it: `pp_<identifier>_<name>`, e.g. `pp_bogus_default`. One class may be
   * registered under several, each with capabilities of its own (`pp_stripe_stripe`, `pp_stripe-ideal_stripe`).
   */
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
  /**
   * Paths where its events come in, besides the hook of each payment method, which is always there: `/hooks/payment/<name>`
   * (Medusa's, e.g. `/hooks/payment/stripe_stripe`) or `/<name>` (`/stripe`, Spree's older one). No two providers answer one
   * path. Left out: `/hooks/payment/` and its id without `pp_`, where it has `parseEvent`.
   */
  readonly hooks?: readonly string[];
  /**
   * The gateway behind it, where several ids are of one (`stripe`): with equal settings they have one account, so an event
   * that comes to one of them may be about a session of another. Left out: its id stands alone.
   */
  readonly gateway?: string;
  readonly supports: ProviderSupport;
}

export interface ProviderSupport {
  /**
   * How often an authorization can be captured. `once`: with the first capture the gateway lets go of what is left of the
   * hold, and the ledger writes that in the same transaction. `many`: the rest stays held, until it is canceled.
   */
  readonly capture: 'once' | 'many';
  /** Takes less than is held. */
  readonly partialCapture: boolean;
  readonly partialRefund: boolean;
  /** Lets go of what is held and not captured; where it captures `many` times, also after a capture. */
  readonly cancel: boolean;
  /** Keeps cards of customers: setup sessions, and `savedMethod` of a session that is opened or changed. */
  readonly savedMethods: boolean;
  /** Keeps the card of a payment on request (`CreateSessionRequest.saveMethod`). Goes with `savedMethods`. Left out: no. */
  readonly saveAtCheckout?: boolean;
  /** It knows customers: each has one account holder there. Left out: no. */
  readonly accountHolders?: boolean;
}
