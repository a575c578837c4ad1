import { code as find, codes } from 'currency-codes';

// Metals, units of account and test codes: ISO 4217 gives them no minor unit, so nothing can be paid in them.
const NOT_MONEY = new Set('XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '));

// In ISO 4217's list of 2026-01-01 but not in the package's of 2024-06-25: the Caribbean guilder, and the Arab Monetary Fund's
// dinar. (ANG, BGN and CUC were withdrawn in between: they stay valid for existing payments.)
const ADDED: ReadonlyMap<string, number> = new Map([
  ['XCG', 2],
  ['XAD', 2],
]);

interface Currency {
  readonly code: string;
  readonly exponent: number;
}

// Cached because it is looked up with every amount; holds only existing codes, so requests cannot fill it.
const cache = new Map<string, Currency>();

/** True for an upper-case ISO 4217 code that can be paid in. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && currencyOf(code) !== undefined;
}

/** Every currency that can be paid in. */
export function currencies(): string[] {
  return [...new Set([...codes(), ...ADDED.keys()])].filter(isCurrency).sort();
}

/** Decimals of a currency: 2 for USD, 0 for JPY, 3 for KWD. @throws RangeError for an unknown currency */
export function exponentOf(code: string): number {
  return requireCurrency(code).exponent;
}

/** Looks up a currency by code, in any case. @throws RangeError for an unknown currency */
export function requireCurrency(code: string): Currency {
  const currency = cache.get(code) ?? currencyOf(code.toUpperCase());
  // The text comes from a request: truncated so that it cannot fill the log.
  if (!currency) throw new RangeError(`"${code.slice(0, 8)}" is not a currency of ISO 4217`);
  return currency;
}

function currencyOf(code: string): Currency | undefined {
  const cached = cache.get(code);
  if (cached || NOT_MONEY.has(code) || !/^[A-Z]{3}$/.test(code)) return cached;
  const exponent = ADDED.get(code) ?? find(code)?.digits;
  if (exponent === undefined) return undefined;
  const currency = { code, exponent };
  cache.set(code, currency);
  return currency;
}
