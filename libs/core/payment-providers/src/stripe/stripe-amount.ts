import type { ProviderMoney } from '@tandem/provider-kit';

// https://docs.stripe.com/currencies: amounts in the currency's smallest unit, with these exceptions.

/** Sent as whole units, although ISO 4217 defines decimals. */
const ZERO_DECIMAL = new Set(['MGA']);

/** Sent with two decimals for compatibility, although ISO 4217 defines none. */
const SENT_WITH_TWO = new Set(['ISK', 'UGX']);

/** Three decimals in ISO 4217; the last digit that is sent must be 0. */
const THREE_DECIMAL = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND']);

/** An amount that Stripe cannot represent in its currency: a caller's error, not a connection error. */
export class AmountNotInStripe extends Error {
  override readonly name = 'AmountNotInStripe';
}

/** The amount in Stripe's unit. @throws AmountNotInStripe */
export function toStripe({ minor, currency }: ProviderMoney): number {
  if (SENT_WITH_TWO.has(currency)) return exact(minor * 100n);
  if (ZERO_DECIMAL.has(currency)) {
    if (minor % 100n !== 0n) throw new AmountNotInStripe(`${currency} has no decimals at Stripe`);
    return exact(minor / 100n);
  }
  if (THREE_DECIMAL.has(currency) && minor % 10n !== 0n) {
    throw new AmountNotInStripe(`${currency} amounts must end in 0 at Stripe`);
  }
  return exact(minor);
}

/** A Stripe amount in minor units. */
export function fromStripe(amount: number, currency: string): ProviderMoney {
  const code = currency.toUpperCase();
  const sent = BigInt(amount);
  if (SENT_WITH_TWO.has(code)) return { minor: sent / 100n, currency: code };
  return { minor: ZERO_DECIMAL.has(code) ? sent * 100n : sent, currency: code };
}

function exact(minor: bigint): number {
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) throw new AmountNotInStripe('The amount is too large');
  return Number(minor);
}
