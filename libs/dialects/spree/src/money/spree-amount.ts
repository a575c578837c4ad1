import { DecimalAmount, exponentOf, type InvalidAmount, type Money } from '@tandem/money';
import { FieldInvalid } from '../errors/spree-errors';

/** Spree prints money as "110.0": at least one decimal, no trailing zeros. */
export function spreeAmount(money: Money): string {
  const [whole = '0', decimals = ''] = money.toDecimal().split('.');
  return `${whole}.${decimals.replace(/0+$/, '') || '0'}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** "$110.00": the format of Spree's display_ fields, with all decimals of the currency. */
export function displayAmount(money: Money): string {
  const format = formats.get(money.currency) ?? formatOf(money.currency);
  formats.set(money.currency, format);
  // Intl formats the decimal string itself, without the rounding of a number.
  return format.format(money.toDecimal() as Intl.StringNumericLiteral);
}

/** CLDR has fewer decimals than ISO 4217 (and gateways) for some currencies: it would show HUF 10.50 as 11. */
function formatOf(currency: string): Intl.NumberFormat {
  const digits = exponentOf(currency);
  const exactly = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return new Intl.NumberFormat('en-US', { style: 'currency', currency, ...exactly });
}

const WORDS: Record<InvalidAmount['reason'], string> = {
  not_a_number: 'is not a number',
  too_precise: 'has more decimals than its currency',
  too_large: 'is too large',
};

/** An amount of a Spree request: a string or a JSON number. */
export class SpreeAmount extends DecimalAmount {
  constructor(
    value: string | number,
    private readonly field: string,
  ) {
    super(value);
  }

  protected refusal(reason: InvalidAmount['reason']): FieldInvalid {
    return new FieldInvalid(this.field, WORDS[reason]);
  }
}

/** Undefined if omitted or blank: the default applies, as in Spree. */
export function amountIn(
  value: string | number | null | undefined,
  field = 'amount',
): SpreeAmount | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return new SpreeAmount(value, field);
}
