import { propertiesOf } from '@tandem/objects';
import type { Request } from 'express';

/**
 * The currency that a request in Spree's dialect is about. What it says itself goes before the header that a storefront sends with
 * all; blank is none. What is no text is no currency, and is refused as one.
 */
export function currencyShown({ body, query, headers }: Request): string | undefined {
  const said: unknown[] = [propertiesOf(body)['currency'], query['currency'], headers['x-spree-currency']];
  return said.map(textOf).find((text) => text !== '');
}

function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value.trim() : JSON.stringify(value);
}
