/** Who logs in, in Medusa's words: a customer, or a user who runs the store. */
export type Actor = 'customer' | 'user';

/** Where its accounts are kept. */
export const TABLE = { customer: 'customers', user: 'admin_users' } as const satisfies Record<Actor, string>;

/** The API that an account's own token opens. */
export const AUDIENCE = { customer: 'store', user: 'admin' } as const satisfies Record<Actor, string>;
