/** Whoever buys from a store and has an account there. */
export interface Customer {
  readonly id: string;
  /** Lower case; unique in the store. */
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
  readonly phone: string | null;
  readonly acceptsEmailMarketing: boolean;
  /** The storefront's own; Spree's dialect never shows it again. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** False where the store's own people made it and gave it no password. */
  readonly hasLogin: boolean;
  /** Null: never, since it was first set. */
  readonly passwordChangedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whoever runs a store. */
export interface AdminUser {
  readonly id: string;
  /** Lower case; unique in the store. */
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly avatarUrl: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  readonly passwordChangedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
