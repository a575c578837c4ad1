/** A buyer with an account in a store. */
export interface Customer {
  readonly id: string;
  /** Lower case; unique in the store. */
  readonly email: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly companyName: string | null;
  readonly phone: string | null;
  readonly acceptsEmailMarketing: boolean;
  /** The storefront's own data; Spree's responses never contain it. */
  readonly metadata: Readonly<Record<string, unknown>>;
  /** False if staff created it without a password. */
  readonly hasLogin: boolean;
  /** Null if it was never changed. */
  readonly passwordChangedAt: Date | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** What is stored of a customer. */
export type CustomerToSave = Omit<Customer, 'hasLogin' | 'passwordChangedAt' | 'createdAt' | 'updatedAt'>;

export type NewCustomer = Omit<CustomerToSave, 'id'>;
