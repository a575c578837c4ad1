import { invalid, type Intent } from './objects';

/** The parsed form of a request. */
export type Params = Readonly<Record<string, unknown>>;

const CAPTURE_METHODS = ['automatic', 'automatic_async', 'manual'] as const;

/** Minimum charges, for the currencies used here: https://docs.stripe.com/currencies#minimum-and-maximum-charge-amounts */
const LEAST: Readonly<Record<string, number>> = { usd: 50, eur: 50, gbp: 30, jpy: 50 };
const MAX = 99_999_999;

export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

export const metadataOf = (params: Params): Record<string, string> => ({
  ...(params['metadata'] as object | undefined),
});

export function currencyIn(params: Params): string {
  const currency = text(params['currency'])?.toLowerCase();
  if (currency === undefined) throw lacks('currency');
  if (/^[a-z]{3}$/.test(currency)) return currency;
  throw invalid(`Invalid currency: ${currency}.`, { param: 'currency' });
}

export function captureMethodIn(params: Params): Intent['capture_method'] {
  const requested = text(params['capture_method']) ?? 'automatic_async';
  const known = CAPTURE_METHODS.find((method) => method === requested);
  if (known) return known;
  throw invalid('Invalid capture_method', { param: 'capture_method' });
}

export function amountIn(params: Params, param = 'amount'): number {
  const value = params[param];
  if (value === undefined) throw lacks(param);
  const amount = Number(value);
  const isNone = !Number.isInteger(amount) || amount < 1;
  if (!isNone) return amount;
  throw invalid(`Invalid positive integer: ${JSON.stringify(value)}`, {
    param,
    code: 'parameter_invalid_integer',
  });
}

/** An amount within the limits for charges. */
export function chargeableIn(params: Params, currency: string): number {
  const amount = amountIn(params);
  const code =
    amount < (LEAST[currency] ?? 1) ? 'amount_too_small' : amount > MAX ? 'amount_too_large' : null;
  if (code === null) return amount;
  throw invalid('The amount is less, or more, than can be charged.', { param: 'amount', code });
}

function lacks(param: string): Error {
  return invalid(`Missing required param: ${param}.`, { param, code: 'parameter_missing' });
}
