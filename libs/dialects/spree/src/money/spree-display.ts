import type { Money } from '@tandem/money';
import { displayAmount, spreeAmount } from './spree-amount';

/** Each amount as Spree's decimal text, with its display_ twin. */
export function withDisplay(amounts: Readonly<Record<string, Money>>): Record<string, string> {
  const pairs = Object.entries(amounts).flatMap(([name, money]) => [
    [name, spreeAmount(money)],
    [`display_${name}`, displayAmount(money)],
  ]);
  return Object.fromEntries(pairs) as Record<string, string>;
}
