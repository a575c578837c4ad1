const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The primary key that a Spree id spells. */
export function uuidOf(spreeId) {
  const digits = spreeId.slice(spreeId.indexOf('_') + 1);
  const bits = [...digits].reduce((value, digit) => value * 58n + BigInt(BASE58.indexOf(digit)), 0n);
  return bits
    .toString(16)
    .padStart(32, '0')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A primary key as Medusa spells it. */
export function medusaId(prefix, uuid) {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  for (let digit = 0; digit < 26; digit++, bits /= 32n) text = CROCKFORD.charAt(Number(bits % 32n)) + text;
  return `${prefix}_${text}`;
}
