import * as fc from 'fast-check';
import { currencies, CurrencyMismatch, exponentOf, InvalidAmount, isCurrency, Money } from './index';

const CURRENCIES = ['USD', 'JPY', 'KWD', 'CLF'] as const;
const MAX = 10n ** 15n - 1n;
const currency = fc.constantFrom(...CURRENCIES);
const minor = fc.bigInt({ min: -MAX, max: MAX });

function reasonOf(work: () => Money): string {
  try {
    return work().toDecimal();
  } catch (error) {
    if (error instanceof InvalidAmount) return error.reason;
    throw error;
  }
}

describe('an amount read from text', () => {
  it.each([
    ['110', 'USD', 11000n],
    ['110.0', 'USD', 11000n],
    ['00110.50', 'USD', 11050n],
    ['10.000', 'USD', 1000n],
    ['0.01', 'USD', 1n],
    ['-5.25', 'USD', -525n],
    ['-0', 'USD', 0n],
    ['10.0', 'JPY', 10n],
    ['1.234', 'KWD', 1234n],
    ['9999999999999.99', 'USD', MAX],
  ])('%s %s is %s minor units', (text, code, expected) => {
    expect(Money.parse(text, code).minor).toBe(expected);
  });

  it.each([
    ['abc', 'USD', 'not_a_number'],
    ['', 'USD', 'not_a_number'],
    ['-', 'USD', 'not_a_number'],
    ['.5', 'USD', 'not_a_number'],
    ['5.', 'USD', 'not_a_number'],
    ['1e3', 'USD', 'not_a_number'],
    ['+1', 'USD', 'not_a_number'],
    [' 1', 'USD', 'not_a_number'],
    ['1\n', 'USD', 'not_a_number'],
    ['1,000', 'USD', 'not_a_number'],
    ['0x10', 'USD', 'not_a_number'],
    ['١٢', 'USD', 'not_a_number'],
    ['10.001', 'USD', 'too_precise'],
    ['10.5', 'JPY', 'too_precise'],
    ['1.2345', 'KWD', 'too_precise'],
    ['10000000000000', 'USD', 'too_large'],
    ['-10000000000000', 'USD', 'too_large'],
  ])('%j %s is refused as %s', (text, code, reason) => {
    expect(reasonOf(() => Money.parse(text, code))).toBe(reason);
  });

  it.each([
    ['9'.repeat(100_000), 'too_large'],
    [`1.${'0'.repeat(100_000)}1`, 'too_precise'],
    [`${'0'.repeat(100_000)}x`, 'not_a_number'],
    ['0'.repeat(100_000), '0.00'],
  ])('a text of 100 000 digits is refused in linear time', (text, response) => {
    const start = performance.now();
    expect(reasonOf(() => Money.parse(text, 'USD'))).toBe(response);
    expect(performance.now() - start).toBeLessThan(100); // takes 1 ms; a quadratic parser takes seconds
  });

  it('round-trips through text to the last digit', () => {
    fc.assert(
      fc.property(minor, currency, (units, code) => {
        const money = Money.of(units, code);
        expect(Money.parse(money.toDecimal(), code).minor).toBe(units);
      }),
    );
  });
});

describe('an amount as a JSON number', () => {
  it.each([
    [110, 'USD', '110.00'],
    [0.07, 'USD', '0.07'],
    [1e-3, 'KWD', '0.001'],
    [-0, 'USD', '0.00'],
    [9999999999999.99, 'USD', '9999999999999.99'],
    [0.1 + 0.2, 'USD', 'too_precise'],
    [10.001, 'USD', 'too_precise'],
    [1e-7, 'USD', 'too_precise'],
    [1.5e-300, 'USD', 'too_precise'],
    [1e30, 'USD', 'too_large'],
    [-1.5e300, 'USD', 'too_large'],
    [1e15, 'JPY', 'too_large'],
    [Number.NaN, 'USD', 'not_a_number'],
    [Number.POSITIVE_INFINITY, 'USD', 'not_a_number'],
  ])('%s %s is read as %s', (value, code, expected) => {
    expect(reasonOf(() => Money.fromNumber(value, code))).toBe(expected);
  });

  it('round-trips through a number without losing a cent', () => {
    fc.assert(
      fc.property(minor, currency, (units, code) => {
        const overTheWire: unknown = JSON.parse(JSON.stringify(Money.of(units, code).toNumber()));
        expect(Money.fromNumber(overTheWire as number, code).minor).toBe(units);
      }),
    );
  });

  it('never leaks its minor units into JSON', () => {
    expect(() => JSON.stringify({ amount: Money.of(1n, 'USD') })).toThrow(TypeError);
  });
});

describe('reckoning', () => {
  const small = fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n });

  it('adding and subtracting an amount gives the original', () => {
    fc.assert(
      fc.property(small, small, currency, (left, right, code) => {
        const [a, b] = [Money.of(left, code), Money.of(right, code)];
        expect(a.plus(b).minus(b).minor).toBe(left);
        expect(a.plus(b).compare(b.plus(a))).toBe(0);
        expect(a.min(b).atMost(a) && a.min(b).atMost(b)).toBe(true);
        expect(a.lessThan(b)).toBe(left < right);
      }),
    );
  });

  it.each(['plus', 'minus', 'compare', 'lessThan', 'atMost', 'min'] as const)(
    '%s refuses two currencies',
    (name) => {
      expect(() => Money.of(100n, 'USD')[name](Money.of(100n, 'JPY'))).toThrow(CurrencyMismatch);
    },
  );

  it('a sum may exceed the limit of a single amount, and isExactNumber says so', () => {
    const [max, more] = [Money.of(MAX, 'USD'), Money.of(MAX, 'USD').plus(Money.of(1n, 'USD'))];
    expect([max, more].map((sum) => sum.isExactNumber())).toEqual([true, false]);
    expect(more.toDecimal()).toBe('10000000000000.00');
    expect(more.minus(max).toDecimal()).toBe('0.01');
    expect(Money.of(-MAX, 'USD').minus(Money.of(1n, 'USD')).isExactNumber()).toBe(false);
  });

  it('a sum of more than 18 digits is refused, not rounded', () => {
    const max = Money.of(10n ** 18n - 1n, 'USD');
    expect(reasonOf(() => max.plus(Money.of(1n, 'USD')))).toBe('too_large');
    expect(reasonOf(() => Money.of(MAX, 'USD').times(1001))).toBe('too_large');
  });

  it('times accepts whole numbers only', () => {
    expect(Money.of(5500n, 'USD').times(2).toDecimal()).toBe('110.00');
    expect(() => Money.of(5500n, 'USD').times(1.5)).toThrow(RangeError);
  });

  it('zero and negative amounts are not positive', () => {
    expect([1n, 0n, -1n].map((units) => Money.of(units, 'USD').isPositive())).toEqual([true, false, false]);
    expect(Money.zero('JPY').isZero()).toBe(true);
  });

  it.each([
    [5n, 'USD', '0.05'],
    [-5n, 'USD', '-0.05'],
    [110n, 'JPY', '110'],
    [1n, 'CLF', '0.0001'],
  ])('%s %s prints as %s', (units, code, text) => {
    expect(Money.of(units, code).toDecimal()).toBe(text);
  });
});

describe('a currency', () => {
  it('is the same in any case, so that usd and USD can be added', () => {
    expect(Money.of(100n, 'usd').plus(Money.of(1n, 'USD')).currency).toBe('USD');
  });

  it('has the decimals of ISO 4217', () => {
    expect(CURRENCIES.map(exponentOf)).toEqual([2, 0, 3, 4]);
  });

  // ISO 4217's list of 2026-01-01; all currencies not listed have two.
  it.each([
    [0, 'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'],
    [3, 'BHD IQD JOD KWD LYD OMR TND'],
    [4, 'CLF UYW'],
  ])('has %i decimals in %s alone', (digits, codes) => {
    expect(currencies().filter((code) => exponentOf(code) === digits)).toEqual(codes.split(' '));
  });

  it.each([
    ['is young', 'SLE VED XAD XCG ZWG', true],
    ['was withdrawn, but may have been paid in', 'ANG BGN CUC', true],
    ['was withdrawn earlier', 'HRK SLL ZWL VEF LTL', false],
  ])('%s (%s) is accepted: %#', (_, codes, expected) => {
    expect(codes.split(' ').map(isCurrency)).toEqual(codes.split(' ').map(() => expected));
  });

  it.each(['XXX', 'XAU', 'XTS', 'usd', 'US', 'EURO', 'ZZZ', '', '__proto__', 'constructor'])(
    '%j is refused',
    (code) => {
      expect(isCurrency(code)).toBe(false);
    },
  );

  it('that is unknown throws', () => {
    expect(() => Money.of(1n, 'ZZZ')).toThrow(RangeError);
    expect(() => Money.parse('1', 'Z'.repeat(10_000))).toThrow(/^"ZZZZZZZZ" is not a currency/);
  });
});
