import { exponentOf } from './currency';
import { CurrencyMismatch, InvalidAmount } from './money.errors';

// Medusa prints amounts as JSON numbers, and a double is exact to 15 digits.
const LIMIT = 10n ** 15n;

// Sign, 15 digits, point and as many zeros as anybody writes; a longer text is refused before it is read.
const LONGEST_TEXT = 40;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** An amount in integer minor units with its currency (ISO 4217). Never a float; never added to another currency. */
export class Money {
  private constructor(
    readonly minor: bigint,
    readonly currency: string,
  ) {}

  /** @throws InvalidAmount beyond 15 digits, RangeError for an unknown currency */
  static of(minor: bigint, currency: string): Money {
    exponentOf(currency);
    if (minor >= LIMIT || minor <= -LIMIT) throw new InvalidAmount('too_large');
    return new Money(minor, currency);
  }

  static zero(currency: string): Money {
    return Money.of(0n, currency);
  }

  /** Reads "110", "110.0" or "-5.25" in major units. Zeros beyond the currency's decimals are no precision. @throws InvalidAmount */
  static parse(text: string, currency: string): Money {
    if (text.length > LONGEST_TEXT) throw new InvalidAmount(/^-?\d+(\.\d+)?$/.test(text) ? 'too_large' : 'not_a_number');
    const match = DECIMAL.exec(text);
    if (!match) throw new InvalidAmount('not_a_number');
    const [, sign, whole = '0', decimals = ''] = match;
    const exponent = exponentOf(currency);
    const significant = decimals.replace(/0+$/, '');
    if (significant.length > exponent) throw new InvalidAmount('too_precise');
    const minor = BigInt(whole + significant.padEnd(exponent, '0'));
    return Money.of(sign === '-' ? -minor : minor, currency);
  }

  /** Reads a JSON number in major units by its shortest decimal text. @throws InvalidAmount */
  static fromNumber(value: number, currency: string): Money {
    if (!Number.isFinite(value)) throw new InvalidAmount('not_a_number');
    const text = String(value);
    if (text.includes('e-')) throw new InvalidAmount('too_precise');
    if (text.includes('e')) throw new InvalidAmount('too_large');
    return Money.parse(text, currency);
  }

  plus(other: Money): Money {
    return Money.of(this.minor + this.same(other), this.currency);
  }

  minus(other: Money): Money {
    return Money.of(this.minor - this.same(other), this.currency);
  }

  /** `count` is a whole number. */
  times(count: number): Money {
    return Money.of(this.minor * BigInt(count), this.currency);
  }

  isPositive(): boolean {
    return this.minor > 0n;
  }

  isZero(): boolean {
    return this.minor === 0n;
  }

  lessThan(other: Money): boolean {
    return this.minor < this.same(other);
  }

  atMost(other: Money): boolean {
    return this.minor <= this.same(other);
  }

  /** All its currency's decimals: "110.00", "110" for JPY. */
  toDecimal(): string {
    const exponent = exponentOf(this.currency);
    const sign = this.minor < 0n ? '-' : '';
    const digits = (this.minor < 0n ? -this.minor : this.minor).toString().padStart(exponent + 1, '0');
    if (exponent === 0) return sign + digits;
    return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  }

  /** Major units as a JSON number (Medusa), exact for it has at most 15 digits. */
  toNumber(): number {
    return Number(this.toDecimal());
  }

  private same(other: Money): bigint {
    if (other.currency !== this.currency) throw new CurrencyMismatch(this.currency, other.currency);
    return other.minor;
  }
}
