import { propertiesOf } from '@tandem/objects';
import type { Request } from 'express';

/**
 * The currency that a request names, as the caller wrote it: in its body, its query, or the header that a storefront
 * sends with every request. Blank counts as absent. What is not a string is passed on as JSON, and refused as a currency.
 */
export function requestCurrency({ body, query, headers }: Request): string | undefined {
  const named: unknown[] = [propertiesOf(body)['currency'], query['currency'], headers['x-spree-currency']];
  return named.map(textOf).find((text) => text !== '');
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
