import type { Payer } from '@tandem/customer-vault';
import type { ProviderCapabilities, ProviderData } from '@tandem/provider-kit';

const SAVE_VALUES = new Set(['on_session', 'off_session']);

type SaveMethod = 'on_session' | 'off_session';

/**
 * Whether the gateway is to keep the card that pays: a session's data asks for it in Stripe's word, `setup_future_usage`,
 * which is Medusa's too. Only for a customer whom the gateway knows, paying an order of their own.
 */
export function saveMethodIn(
  data: ProviderData,
  payer: Payer | null,
  { supports }: ProviderCapabilities,
): { readonly saveMethod?: SaveMethod } {
  const requested = data['setup_future_usage'];
  return supports.saveAtCheckout && payer?.holder && isSaveMethod(requested) ? { saveMethod: requested } : {};
}

export function asksToSave(data: ProviderData): boolean {
  return isSaveMethod(data['setup_future_usage']);
}

function isSaveMethod(value: unknown): value is SaveMethod {
  return typeof value === 'string' && SAVE_VALUES.has(value);
}
