/** A store's configured use of a provider (Spree's word). */
export interface PaymentMethod {
  readonly id: string;
  /** The registry key of its provider, e.g. `pp_bogus_default`. */
  readonly providerId: string;
  readonly name: string;
  readonly description: string | null;
  /** Only an active method can start a session. */
  readonly active: boolean;
  /** True: a completed session takes the money. False: it holds it until an admin captures. */
  readonly autoCapture: boolean;
  /** Its provider's fact, kept with it: a shopper pays with it through a session only (Spree). */
  readonly sessionRequired: boolean;
}
