/** A decimal number as text, without redundant zeros. */
export interface PlainDecimal {
  readonly isNegative: boolean;
  /** No leading zeros; empty below one. */
  readonly whole: string;
  /** No trailing zeros; empty for a whole number. */
  readonly decimals: string;
}

// No two parts match the same character, so any text is read in one pass.
const PLAIN = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Parses plain decimal text: no exponent, plus sign or space, and a digit on both sides of the point. */
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

/** The shortest decimal text of a number, without exponent: 1e-7 gives "0.0000001". */
export function shortestDecimal(value: number): string {
  const [mantissa = '', power] = String(value).split('e');
  if (power === undefined) return mantissa;
  const sign = mantissa.startsWith('-') ? '-' : '';
  const [whole = '', decimals = ''] = mantissa.slice(sign.length).split('.');
  const shift = Number(power);
  if (shift < 0) return `${sign}0.${'0'.repeat(-shift - whole.length)}${whole}${decimals}`;
  return sign + whole + decimals.padEnd(shift, '0');
}

// A loop, because /0+$/ takes quadratic time on many zeros followed by another character.
function withoutTrailingZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits.charAt(end - 1) === '0') end--;
  return digits.slice(0, end);
}
