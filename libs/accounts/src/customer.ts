/** Whoever buys from a store and has an account there. */
export interface Customer {
  readonly id: string;
  /** Lower case; unique in the store. */
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly phone: string | null;
  readonly acceptsEmailMarketing: boolean;
  /** The storefront's own, never shown again. */
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whoever runs a store. */
export interface AdminUser {
  readonly id: string;
  readonly email: string;
}
