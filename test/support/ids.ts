const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** The primary key in a Spree id. */
export function uuidOf(spreeId: string): string {
  const digits = spreeId.slice(spreeId.indexOf('_') + 1);
  const bits = [...digits].reduce((value, digit) => value * 58n + BigInt(BASE58.indexOf(digit)), 0n);
  return dashed(bits);
}

function dashed(bits: bigint): string {
  const hex = bits.toString(16).padStart(32, '0');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

const CROCKFORD = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A primary key in Medusa's format. */
export function medusaIdOf(prefix: string, uuid: string): string {
  let bits = BigInt(`0x${uuid.replaceAll('-', '')}`);
  let text = '';
  for (let digit = 0; digit < 26; digit++, bits /= 32n) text = CROCKFORD.charAt(Number(bits % 32n)) + text;
  return `${prefix}_${text}`;
}

/** The primary key in a Medusa id. */
export function uuidOfMedusa(medusaId: string): string {
  return dashed(bitsOf(medusaId));
}

/** Converts a Medusa id to a Spree id. */
export function spreeIdOf(prefix: string, medusaId: string): string {
  let bits = bitsOf(medusaId);
  let text = '';
  for (let digit = 0; digit < 22; digit++, bits /= 58n) text = BASE58.charAt(Number(bits % 58n)) + text;
  return `${prefix}_${text}`;
}

function bitsOf(medusaId: string): bigint {
  const digits = medusaId.slice(medusaId.lastIndexOf('_') + 1);
  return [...digits].reduce((value, digit) => value * 32n + BigInt(CROCKFORD.indexOf(digit)), 0n);
}
