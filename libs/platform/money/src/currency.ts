import { code as find, codes } from 'currency-codes';

// Metals, units of account and test codes: ISO 4217 gives them no minor unit, so nothing can be paid in them.
const NOT_MONEY = new Set('XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX'.split(' '));

// In ISO 4217's list of 2026-01-01 and not yet in the package's of 2024-06-25: the Caribbean guilder, and the Arab
// Monetary Fund's dinar. (ANG, BGN and CUC left the list in between: they stay known, for what was paid in them.)
const ADDED: ReadonlyMap<string, number> = new Map([
  ['XCG', 2],
  ['XAD', 2],
]);

interface Currency {
  readonly code: string;
  readonly exponent: number;
}

// Looked up with every amount; only codes that exist are kept, so callers cannot fill it.
const known = new Map<string, Currency>();

/** True for a code of ISO 4217, in upper case, in which one can pay. */
export function isCurrency(code: string): boolean {
  return /^[A-Z]{3}$/.test(code) && currencyOf(code) !== undefined;
}

/** Every currency in which one can pay. */
export function currencies(): string[] {
  return [...new Set([...codes(), ...ADDED.keys()])].filter(isCurrency).sort();
}

/** Decimals of a currency: 2 for USD, 0 for JPY, 3 for KWD. @throws RangeError for no currency of ISO 4217 */
export function exponentOf(code: string): number {
  return requireCurrency(code).exponent;
}

/** The currency of a code in either case. @throws RangeError for no currency of ISO 4217 */
export function requireCurrency(code: string): Currency {
  const currency = known.get(code) ?? currencyOf(code.toUpperCase());
  // The text is a caller's: cut, so that a long one does not fill the log.
  if (!currency) throw new RangeError(`"${code.slice(0, 8)}" is not a currency of ISO 4217`);
  return currency;
}

function currencyOf(code: string): Currency | undefined {
  const before = known.get(code);
  if (before || NOT_MONEY.has(code) || !/^[A-Z]{3}$/.test(code)) return before;
  const exponent = ADDED.get(code) ?? find(code)?.digits;
  if (exponent === undefined) return undefined;
  const currency = { code, exponent };
  known.set(code, currency);
  return currency;
}
