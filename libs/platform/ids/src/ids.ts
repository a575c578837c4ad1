import { uuidv7 } from 'uuidv7';
import { baseText, type BaseText } from './base-text';

// Crockford's base 32, as in ULIDs, and Bitcoin's base 58: no look-alike characters.
const ulid = baseText('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 26);
const base58 = baseText('123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz', 22);

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A new primary key: a UUIDv7, generated here so that it is known before the row exists. Ids of one process sort by creation,
 * even within a millisecond.
 */
export function newId(): string {
  return uuidv7();
}

/** True for a UUID of any version as Postgres prints it: lower case, with dashes. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/** Medusa's format: prefix, underscore, ULID. Sorts as the UUID does. */
export function formatUlid(prefix: string, uuid: string): string {
  return format(ulid, prefix, uuid);
}

/** Spree's format: prefix, underscore, 22 characters of base 58. */
export function formatBase58(prefix: string, uuid: string): string {
  return format(base58, prefix, uuid);
}

/** The UUID; null for a wrong prefix, which answers as an unknown id, and for lower case, so that each id has one text. */
export function readUlid(prefix: string, text: string): string | null {
  return read(ulid, prefix, text);
}

/** The UUID; null for a wrong prefix, which answers as an unknown id. */
export function readBase58(prefix: string, text: string): string | null {
  return read(base58, prefix, text);
}

function format(form: BaseText, prefix: string, uuid: string): string {
  return `${prefix}_${form.encode(uuid.replaceAll('-', ''))}`;
}

function read(form: BaseText, prefix: string, text: string): string | null {
  if (!text.startsWith(`${prefix}_`)) return null;
  const hex = form.decode(text.slice(prefix.length + 1));
  return hex === null ? null : uuidOf(hex);
}

function uuidOf(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
