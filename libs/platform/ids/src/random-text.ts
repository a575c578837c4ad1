import { randomInt } from 'node:crypto';

const DIGITS = '0123456789';
const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** For order numbers. */
export function randomDigits(length: number): string {
  return randomText(DIGITS, length);
}

/** For payment numbers. */
export function randomAlphanumeric(length: number): string {
  return randomText(ALPHANUMERIC, length);
}

function randomText(alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet.charAt(randomInt(alphabet.length))).join('');
}
