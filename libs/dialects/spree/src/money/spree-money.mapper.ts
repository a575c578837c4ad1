import { isCurrency, type Money } from '@tandem/money';
import { amountIn } from './spree-amount';
import { FieldInvalid } from '../errors/spree-errors';

/** An amount whose currency comes from another field. @throws FieldInvalid */
export function moneyIn(text: string | number | undefined, currency: string, field: string): Money {
  return amountIn(text, field)?.in(currencyIn(currency)) ?? blank(field);
}

/** An amount above zero. @throws FieldInvalid */
export function positiveMoneyIn(text: string | number | undefined, currency: string, field: string): Money {
  const amount = moneyIn(text, currency, field);
  if (!amount.isPositive()) throw new FieldInvalid(field, 'must be greater than 0');
  return amount;
}

/** An amount of zero or more. @throws FieldInvalid */
export function priceIn(text: string | number | undefined, currency: string, field: string): Money {
  const amount = moneyIn(text, currency, field);
  if (amount.minor < 0n) throw new FieldInvalid(field, 'must be greater than or equal to 0');
  return amount;
}

/** A currency code, upper or lower case. @throws FieldInvalid */
export function currencyIn(text: string): string {
  const currency = text.toUpperCase();
  if (!isCurrency(currency)) throw new FieldInvalid('currency', 'is not a currency of ISO 4217');
  return currency;
}

function blank(field: string): never {
  throw new FieldInvalid(field, "can't be blank");
}
