import { asOrderSystem, call, type Json } from './http';
import type { StoreMade } from './tandem';

/** An admin call with the store's secret key; returns the response body. */
export async function asStaff(
  store: StoreMade,
  method: string,
  path: string,
  ...[body, server]: [body?: unknown, server?: string]
): Promise<Json> {
  const reply = await call(method, `/api/v3/admin${path}`, { headers: asOrderSystem(store), body, server });
  if (reply.status >= 400) throw new Error(`${method} ${path}: ${reply.status} ${reply.text}`);
  return reply.body;
}

/** A variant at 55.00 USD by default. */
export async function aVariant(store: StoreMade, more: Record<string, unknown> = {}): Promise<string> {
  const prices = [{ currency: 'USD', amount: '55.00' }];
  return (await asStaff(store, 'POST', '/variants', { name: 'T-shirt', prices, ...more })).id as string;
}

/** A gift card of 30.00 USD by default. */
export function aGiftCard(store: StoreMade, more: Record<string, unknown> = {}): Promise<Json> {
  return asStaff(store, 'POST', '/gift_cards', { amount: '30.00', currency: 'USD', ...more });
}

/** Store credit of the store's customer: 20.00 USD by default. */
export function issueStoreCredit(store: StoreMade, amount = '20.00'): Promise<Json> {
  return asStaff(store, 'POST', `/customers/${store.customer.id}/store_credits`, { amount, currency: 'USD' });
}
