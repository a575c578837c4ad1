import { defineError } from '@tandem/context';
import { InvalidAmount, Money } from '@tandem/money';

/** An amount that its currency does not have, in Medusa's words. */
export class AmountInvalid extends defineError('amount_invalid', 'invalid', (message: string) => message, {
  field: 'amount',
}) {}

const WORDS: Record<InvalidAmount['reason'], string> = {
  not_a_number: "Invalid request: Expected type: 'number' for field 'amount'",
  too_precise: "Invalid request: Value for field 'amount' has more decimals than its currency",
  too_large: "Invalid request: Value for field 'amount' too large",
};

/** Reads a JSON number in major units once its currency is known. @throws AmountInvalid */
export function requiredAmountIn(value: number): (currency: string) => Money {
  return (currency) => {
    try {
      return Money.fromNumber(value, currency);
    } catch (error) {
      throw error instanceof InvalidAmount ? new AmountInvalid(WORDS[error.reason]) : error;
    }
  };
}

/** The same, where it may be left out. */
export function amountIn(value: number | undefined): ((currency: string) => Money) | undefined {
  return value === undefined ? undefined : requiredAmountIn(value);
}

/** Medusa's exact twin of an amount. */
export function rawAmount(money: Money | null): { value: string; precision: number } | null {
  if (money === null) return null;
  const decimal = money.toDecimal();
  const value = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  return { value, precision: 20 };
}
