/** A member of a store's staff: Medusa's user, Spree's admin user. */
export interface AdminUser {
  readonly id: string;
  /** Lower case; unique in the store. */
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly avatarUrl: string | null;
  readonly metadata: Readonly<Record<string, unknown>>;
  /** Null where it never changed since it was first set. */
  readonly passwordChangedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
