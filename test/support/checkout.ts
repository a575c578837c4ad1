import { anOrder, asGuest, call, methodOf, sessionsPath, type Json } from './http';
import { aStore, type OrderMade, type StoreMade } from './tandem';

/** The starting point of a test about an order. */
export interface Checkout {
  /** A store that no other file uses. */
  readonly store: StoreMade;
  /** A guest's unpaid order with its token, of 110.00 USD unless the file says otherwise. */
  readonly order: OrderMade;
}

type Fields = Record<string, unknown>;

/**
 * Gives a file a store, and each of its tests an imported, unpaid order. Called once, at the top of the file:
 * `withOrder((made) => ({ store, order } = made));` The file checks the order itself (`expectInvariants`).
 */
export function withOrder(
  assign: (made: Checkout) => void,
  more: Fields | ((store: StoreMade) => Fields) = {},
): void {
  let store: StoreMade;
  beforeAll(async () => {
    store = await aStore();
  });
  beforeEach(async () => {
    assign({ store, order: await anOrder(store, typeof more === 'function' ? more(store) : more) });
  });
}

/** Creates a session through Spree with the order's token; with the bogus gateway unless `body` says otherwise. */
export async function spreeSession(store: StoreMade, order: OrderMade, body: Json = {}): Promise<Json> {
  const headers = asGuest(store, order);
  const sent = { payment_method_id: methodOf(store), ...body };
  const made = await call('POST', sessionsPath(order), { headers, body: sent });
  if (made.status !== 201) throw new Error(made.text);
  return made.body;
}

/** Creates and completes a session; returns the payment, authorized and not captured. The order stays open. */
export async function spreePayment(store: StoreMade, order: OrderMade, body: Json = {}): Promise<Json> {
  const { id } = await spreeSession(store, order, body);
  const path = sessionsPath(order, `/${id as string}/complete`);
  const done = await call('PATCH', path, { headers: asGuest(store, order), body: {} });
  if (!done.body?.payment) throw new Error(done.text);
  return done.body.payment;
}
