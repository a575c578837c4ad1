import type { Money } from '@tandem/money';
import { keysOf } from '@tandem/objects';
import { displayAmount, spreeAmount } from './spree-amount';

/** Each amount as Spree's decimal string, and formatted as display_… */
export function withDisplay<Name extends string>(
  amounts: Readonly<Record<Name, Money>>,
): Record<Name | `display_${Name}`, string> {
  const pairs = keysOf(amounts).flatMap((name) => [
    [name, spreeAmount(amounts[name])],
    [`display_${name}`, displayAmount(amounts[name])],
  ]);
  return Object.fromEntries(pairs) as Record<Name | `display_${Name}`, string>;
}
