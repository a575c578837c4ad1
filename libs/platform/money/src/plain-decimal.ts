/** A decimal number as text, without zeros that say nothing. */
export interface PlainDecimal {
  readonly isNegative: boolean;
  /** No leading zeros; empty below one. */
  readonly whole: string;
  /** No trailing zeros; empty for a whole number. */
  readonly decimals: string;
}

// No two parts can match the same character, so a text of any length is read in one pass.
const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads plain decimal text: no exponent, no plus, no space, no point without a digit on both sides. */
export function readDecimal(text: string): PlainDecimal | null {
  const match = PLAIN.exec(text);
  if (!match) return null;
  const [, sign, whole = '', decimals = ''] = match;
  return {
    isNegative: sign === '-',
    whole: whole.replace(/^0+/, ''),
    decimals: withoutTrailingZeros(decimals),
  };
}

/** The shortest text that reads back as this number, with the exponent written out: 1e-7 gives "0.0000001". */
export function shortestDecimal(value: number): string {
  const [mantissa = '', power] = String(value).split('e');
  if (power === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', decimals = ''] = mantissa.slice(sign.length).split('.');
  const shift = Number(power);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${decimals}`;
  return sign + whole + decimals.padEnd(shift, '0');
}

// A loop: /0+$/ takes quadratic time on a long text of zeros that ends in something else.
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end--;
  return digits.slice(0, end);
}
