import { defineError } from '@tandem/context';
import { DecimalAmount, type InvalidAmount, type Money } from '@tandem/money';

/** An amount that is invalid in its currency, with Medusa's messages. */
export class AmountInvalid extends defineError('amount_invalid', 'invalid', (message: string) => message, {
  field: 'amount',
}) {}

const AMOUNT_NAMES: Record<InvalidAmount['reason'], string> = {
  not_a_number: "Invalid request: Expected type: 'number' for field 'amount'",
  too_precise: "Invalid request: Value for field 'amount' has more decimals than its currency",
  too_large: "Invalid request: Value for field 'amount' too large",
};

/** An amount as Medusa's API takes it: a JSON number. */
export class MedusaAmount extends DecimalAmount {
  constructor(value: number) {
    super(value);
  }

  protected refusal(reason: InvalidAmount['reason']): AmountInvalid {
    return new AmountInvalid(AMOUNT_NAMES[reason]);
  }
}

/** An optional amount. */
export function amountIn(value: number | undefined): MedusaAmount | undefined {
  return value === undefined ? undefined : new MedusaAmount(value);
}

/** Medusa's raw amount: the exact decimal as text. */
export function rawAmount(money: Money | null): { value: string; precision: number } | null {
  if (money === null) return null;
  const decimal = money.toDecimal();
  const value = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal;
  return { value, precision: 20 };
}
