/** Who logs in, in Medusa's words: a customer, or a user who runs the store. */
export type Actor = 'customer' | 'user';

/** The API that an account's own token opens. */
export const AUDIENCE = { customer: 'store', user: 'admin' } as const satisfies Record<Actor, string>;
