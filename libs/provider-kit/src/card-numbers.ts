// Card numbers have 13 to 19 digits (ISO/IEC 7812), often written in groups. Digits inside a longer word, a hex token or
// a UUID do not count: one such run in a thousand would match by chance.
const CANDIDATE = /(?<![\w-])\d(?:[ -]?\d){12,18}(?![\w-])/g;

/** Whether text, or anything in a JSON value, contains a run of digits that passes the card number check. */
export function containsCardNumber(value: unknown): boolean {
  if (typeof value === 'string') return [...value.matchAll(CANDIDATE)].some(([run]) => passesLuhn(run));
  if (typeof value === 'number') return Number.isInteger(value) && containsCardNumber(String(value));
  if (Array.isArray(value)) return value.some(containsCardNumber);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([key, inner]) => containsCardNumber(key) || containsCardNumber(inner));
}

/** The check digit (Luhn) of ISO/IEC 7812-1, annex B. */
export function passesLuhn(text: string): boolean {
  const digits = [...text.replace(/\D/g, '')].reverse().map(Number);
  const sum = digits.reduce((total, digit, place) => total + (place % 2 === 0 ? digit : doubled(digit)), 0);
  return digits.length > 0 && sum % 10 === 0;
}

function doubled(digit: number): number {
  return digit > 4 ? digit * 2 - 9 : digit * 2;
}
