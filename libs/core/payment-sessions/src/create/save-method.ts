import type { Payer } from '@tandem/customer-vault';
import type { ProviderCapabilities, ProviderData } from '@tandem/provider-kit';

const SAVE_VALUES = new Set(['on_session', 'off_session']);

type SaveMethod = 'on_session' | 'off_session';

/**
 * Whether the gateway saves the card: requested by `setup_future_usage` in the session's data, as in Stripe and Medusa. Only for a
 * customer with an account at the gateway who pays their own order.
 */
export function saveMethodIn(
  data: ProviderData,
  payer: Payer | null,
  { supports }: ProviderCapabilities,
): { readonly saveMethod?: SaveMethod } {
  const requested = data['setup_future_usage'];
  return supports.saveAtCheckout && payer?.holder && isSaveMethod(requested) ? { saveMethod: requested } : {};
}

export function isSaveRequested(data: ProviderData): boolean {
  return isSaveMethod(data['setup_future_usage']);
}

function isSaveMethod(value: unknown): value is SaveMethod {
  return typeof value === 'string' && SAVE_VALUES.has(value);
}
