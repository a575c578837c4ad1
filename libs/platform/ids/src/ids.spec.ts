import * as fc from 'fast-check';
import {
  isUuid,
  newId,
  randomAlphanumeric,
  randomDigits,
  readBase58,
  readUlid,
  formatBase58,
  formatUlid,
} from './index';

const uuid = fc
  .bigInt({ min: 0n, max: (1n << 128n) - 1n })
  .map((bits) => bits.toString(16).padStart(32, '0'))
  .map((hex) => hex.replace(/(.{8})(.{4})(.{4})(.{4})(.{12})/, '$1-$2-$3-$4-$5'));

const ZERO = '00000000-0000-0000-0000-000000000000';
const FULL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const FORMS = [
  ['ULID', formatUlid, readUlid, 26],
  ['base 58', formatBase58, readBase58, 22],
] as const;

const byText = (left: string, right: string): number => (left < right ? -1 : Number(left > right));

describe.each(FORMS)('an id formatted as %s', (_name, format, read, width) => {
  it('parses back to the same UUID', () => {
    fc.assert(fc.property(uuid, (id) => expect(read('ps', format('ps', id))).toBe(id)));
    expect([ZERO, FULL].map((id) => read('ps', format('ps', id)))).toEqual([ZERO, FULL]);
  });

  it('has a fixed width, so that no two ids share a text', () => {
    fc.assert(
      fc.property(uuid, uuid, (left, right) => {
        expect(format('ps', left)).toHaveLength('ps_'.length + width);
        expect(format('ps', left) === format('ps', right)).toBe(left === right);
      }),
    );
  });

  it('sorts as the UUID does', () => {
    fc.assert(
      fc.property(fc.array(uuid), (ids) => {
        const sorted = [...ids].sort(byText).map((id) => format('ps', id));
        expect(ids.map((id) => format('ps', id)).sort(byText)).toEqual(sorted);
      }),
    );
  });

  it('has one text only: any text that parses is formatted back to itself', () => {
    const almost = fc.tuple(
      uuid,
      fc.nat(width - 1),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    );
    fc.assert(
      fc.property(almost, ([id, at, character]) => {
        const text = format('ps', id).split('');
        text[at + 'ps_'.length] = character;
        const found = read('ps', text.join(''));
        expect(found === null || format('ps', found) === text.join('')).toBe(true);
      }),
    );
  });

  it('does not parse with a wrong prefix, width or character', () => {
    const good = format('ps', newId());
    const wrong = [
      good.replace('ps_', 'pm_'),
      good.replace('ps_', 'ps'),
      good.replace('ps_', 'PS_'),
      `x${good}`,
      `${good}0`,
      `${good} `,
      good.slice(0, -1),
      good.slice(3),
      `${good.slice(0, -1)}l`,
      `${good.slice(0, -1)}-`,
      `${good.slice(0, -1)}\0`,
      'ps_',
      '',
      ZERO,
      `ps_${ZERO}`,
    ];
    expect(wrong.filter((text) => read('ps', text) !== null)).toEqual([]);
  });
});

describe('the two formats', () => {
  it("never parse each other's text", () => {
    fc.assert(
      fc.property(uuid, (id) => {
        expect(readUlid('ps', formatBase58('ps', id))).toBeNull();
        expect(readBase58('ps', formatUlid('ps', id))).toBeNull();
      }),
    );
  });

  it('refuse a number above 128 bits instead of truncating it to another id', () => {
    expect(formatUlid('o', FULL)).toBe('o_7ZZZZZZZZZZZZZZZZZZZZZZZZZ');
    expect(readUlid('o', 'o_80000000000000000000000000')).toBeNull();
    expect(formatBase58('o', FULL)).toBe('o_YcVfxkQb6JRzqk5kF2tNLv');
    expect(readBase58('o', 'o_YcVfxkQb6JRzqk5kF2tNLw')).toBeNull();
    expect(readBase58('o', `o_${'z'.repeat(22)}`)).toBeNull();
  });

  it('refuse a lower-case ULID, so that each id has one text', () => {
    const id = newId();
    expect(readUlid('o', formatUlid('o', id).toLowerCase())).toBeNull();
  });
});

describe('new ids', () => {
  it('are UUIDs of version 7, all different, and sort by creation', () => {
    const ids = Array.from({ length: 5000 }, newId);
    expect(ids.filter((id) => !isUuid(id) || id.charAt(14) !== '7')).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort(byText)).toEqual(ids);
  });

  it.each(['', 'x', ZERO.toUpperCase().replace(/0/g, 'A'), `${ZERO}\n`, `{${ZERO}}`, ZERO.replace(/-/g, '')])(
    'never match %j',
    (text) => expect(isUuid(text)).toBe(false),
  );
});

describe('random text', () => {
  it('has its length and alphabet, and may begin with any character', () => {
    const numbers = Array.from({ length: 500 }, () => randomDigits(9));
    expect(numbers.filter((number) => !/^\d{9}$/.test(number))).toEqual([]);
    expect(new Set(numbers.map((number) => number.charAt(0))).size).toBe(10);
    expect(randomAlphanumeric(7)).toMatch(/^[0-9A-Z]{7}$/);
    expect(randomDigits(0)).toBe('');
  });
});
