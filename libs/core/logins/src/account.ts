/** Who logs in, in Medusa's words: a customer, or a user of the store's staff. */
export type Actor = 'customer' | 'user';

/** One account. */
export interface AccountRef {
  readonly actor: Actor;
  readonly storeId: string;
  /** UUID. */
  readonly id: string;
}

/** The tables of the accounts. Their libs own them; this one reads and writes the password columns. */
export const TABLE = { customer: 'customers', user: 'admin_users' } as const satisfies Record<Actor, string>;

/** The API that an account's own token opens. */
export const AUDIENCE = { customer: 'store', user: 'admin' } as const satisfies Record<Actor, string>;
