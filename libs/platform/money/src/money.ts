import { exponentOf, requireCurrency } from './currency';
import { CurrencyMismatch, InvalidAmount } from './money.errors';
import { readDecimal, shortestDecimal } from './plain-decimal';

// Medusa sends amounts as JSON numbers, and a double preserves any decimal of up to 15 digits.
const MAX_DIGITS = 15;
const LIMIT = 10n ** BigInt(MAX_DIGITS);

// Sums in the ledger may exceed the limit of a single amount; 18 digits fit a bigint column.
const SUM_LIMIT = 10n ** 18n;

/** An amount in integer minor units with its currency (ISO 4217). Never a float; never added to another currency. */
export class Money {
  private constructor(
    /** Minor units: cents for USD, yen for JPY. */
    readonly minor: bigint,
    /** ISO 4217, upper case. */
    readonly currency: string,
  ) {}

  /** Up to 18 digits. @throws InvalidAmount beyond them, RangeError for an unknown currency */
  static of(minor: bigint, currency: string): Money {
    const { code } = requireCurrency(currency);
    if (minor >= SUM_LIMIT || minor <= -SUM_LIMIT) throw new InvalidAmount('too_large');
    return new Money(minor, code);
  }

  static zero(currency: string): Money {
    return Money.of(0n, currency);
  }

  /**
   * Parses major units such as "110", "110.0" or "-5.25", up to 15 digits. Trailing zeros do not count as precision; the caller
   * checks the sign. @throws InvalidAmount
   */
  static parse(text: string, currency: string): Money {
    const exponent = exponentOf(currency);
    const decimal = readDecimal(text);
    if (!decimal) throw new InvalidAmount('not_a_number');
    const { isNegative, whole, decimals } = decimal;
    if (decimals.length > exponent) throw new InvalidAmount('too_precise');
    // Before BigInt, whose cost is quadratic in the length.
    if (whole.length + exponent > MAX_DIGITS) throw new InvalidAmount('too_large');
    const minor = BigInt(whole + decimals.padEnd(exponent, '0'));
    return Money.of(isNegative ? -minor : minor, currency);
  }

  /** Parses a JSON number in major units by its shortest decimal text: 0.1 + 0.2 is too precise. @throws InvalidAmount */
  static fromNumber(value: number, currency: string): Money {
    if (!Number.isFinite(value)) throw new InvalidAmount('not_a_number');
    return Money.parse(shortestDecimal(value), currency);
  }

  /** @throws CurrencyMismatch, InvalidAmount beyond 18 digits */
  plus(other: Money): Money {
    return Money.of(this.minor + this.minorOf(other), this.currency);
  }

  /** May be negative. @throws CurrencyMismatch */
  minus(other: Money): Money {
    return Money.of(this.minor - this.minorOf(other), this.currency);
  }

  /** @throws RangeError unless `count` is a whole number, InvalidAmount beyond 18 digits */
  times(count: number): Money {
    return Money.of(this.minor * BigInt(count), this.currency);
  }

  /** Whether a JSON number represents it exactly (at most 15 digits): the limit of a single amount. */
  isExactNumber(): boolean {
    return this.minor < LIMIT && this.minor > -LIMIT;
  }

  isPositive(): boolean {
    return this.minor > 0n;
  }

  isZero(): boolean {
    return this.minor === 0n;
  }

  /** Negative, zero or positive, as for `Array.sort`. @throws CurrencyMismatch */
  compare(other: Money): -1 | 0 | 1 {
    const right = this.minorOf(other);
    if (this.minor === right) return 0;
    return this.minor < right ? -1 : 1;
  }

  /** @throws CurrencyMismatch */
  lessThan(other: Money): boolean {
    return this.compare(other) < 0;
  }

  /** @throws CurrencyMismatch */
  atMost(other: Money): boolean {
    return this.compare(other) <= 0;
  }

  /** The smaller amount. @throws CurrencyMismatch */
  min(other: Money): Money {
    return this.atMost(other) ? this : other;
  }

  /** With all decimals of the currency: "110.00", "110" for JPY. */
  toDecimal(): string {
    const exponent = exponentOf(this.currency);
    const sign = this.minor < 0n ? '-' : '';
    const digits = (this.minor < 0n ? -this.minor : this.minor).toString().padStart(exponent + 1, '0');
    if (exponent === 0) return sign + digits;
    return `${sign}${digits.slice(0, -exponent)}.${digits.slice(-exponent)}`;
  }

  /** Major units as a JSON number (Medusa): exact up to 15 digits, the nearest number for a larger sum. */
  toNumber(): number {
    return Number(this.toDecimal());
  }

  private minorOf(other: Money): bigint {
    if (other.currency !== this.currency) throw new CurrencyMismatch(this.currency, other.currency);
    return other.minor;
  }
}
