import { UnclearResponse } from '@tandem/provider-kit';

/** @typedef {import('@tandem/provider-kit').ProviderMoney} ProviderMoney */

// Acme writes amounts as decimals ("110.00"), and accepts these.
/** @type {Readonly<Record<string, number>>} */
export const DECIMALS = { USD: 2, EUR: 2, JPY: 0, KWD: 3 };

/**
 * @param {ProviderMoney} money
 * @returns {string}
 */
export function toDecimal({ minor, currency }) {
  const decimals = DECIMALS[currency] ?? 2;
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * @param {string} decimal
 * @param {string} currency
 * @returns {ProviderMoney}
 */
export function fromDecimal(decimal, currency) {
  const decimals = DECIMALS[currency] ?? 2;
  const [whole = '', fraction = ''] = decimal.split('.');
  if (fraction.length > decimals) throw new UnclearResponse(`Acme wrote ${decimal} ${currency}`);
  return { minor: BigInt(whole + fraction.padEnd(decimals, '0')), currency };
}
