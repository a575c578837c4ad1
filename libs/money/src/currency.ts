import { code as find } from 'currency-codes';

/** True for a code of ISO 4217, in upper case. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && find(code) !== undefined;
}

const exponents = new Map<string, number>();

/** Decimals of a currency: 2 for USD, 0 for JPY, 3 for KWD. @throws RangeError for no currency of ISO 4217 */
export function exponentOf(currency: string): number {
  const known = exponents.get(currency);
  if (known !== undefined) return known;
  const record = isCurrency(currency) ? find(currency) : undefined;
  if (!record) throw new RangeError(`${currency} is not a currency of ISO 4217`);
  exponents.set(currency, record.digits);
  return record.digits;
}
