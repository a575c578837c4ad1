import { DecimalAmount, exponentOf, type InvalidAmount, type Money } from '@tandem/money';
import { FieldInvalid } from '../errors/spree-errors';

/** Spree prints money as "110.0": at least one decimal, no trailing zeros. */
export function spreeAmount(money: Money): string {
  const [whole = '0', decimals = ''] = money.toDecimal().split('.');
  return `${whole}.${decimals.replace(/0+$/, '') || '0'}`;
}

const formats = new Map<string, Intl.NumberFormat>();

/** "$110.00": as Spree's display_ fields print it, with every decimal that is charged. */
export function displayAmount(money: Money): string {
  const format = formats.get(money.currency) ?? formatOf(money.currency);
  formats.set(money.currency, format);
  // Intl takes the decimal text as it is, so that no digit is lost.
  return format.format(money.toDecimal() as Intl.StringNumericLiteral);
}

/** CLDR rounds some currencies where ISO 4217 (and gateways) count decimals: it would show HUF 10.50 as 11. */
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

/** An amount as Spree's API takes it: text or a JSON number. */
export class SpreeAmount extends DecimalAmount {
  constructor(
    written: string | number,
    private readonly field: string,
  ) {
    super(written);
  }

  protected refusal(reason: InvalidAmount['reason']): FieldInvalid {
    return new FieldInvalid(this.field, WORDS[reason]);
  }
}

/** Left out or blank it is undefined: the default applies (Spree). */
export function amountIn(
  written: string | number | null | undefined,
  field = 'amount',
): SpreeAmount | undefined {
  if (written === undefined || written === null || written === '') return undefined;
  return new SpreeAmount(written, field);
}
