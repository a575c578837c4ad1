import { Money } from '@tandem/money';
import type { ProviderMoney } from '@tandem/provider-kit';
import type { Payment } from '../payment';

/** Checks the currency of an amount that is added to no total. @throws CurrencyMismatch */
export function inCurrencyOf({ authorized }: Payment, amount: ProviderMoney): Money {
  const money = moneyFrom(amount);
  money.compare(authorized);
  return money;
}

/** @throws RangeError for an unknown currency */
export function moneyFrom({ minor, currency }: ProviderMoney): Money {
  return Money.of(minor, currency);
}
