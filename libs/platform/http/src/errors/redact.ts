import { passesLuhn } from '@tandem/provider-kit';

const MASK = '***';

// Each keeps the prefix that identifies the kind of secret, and masks the rest.
const SECRETS: readonly RegExp[] = [
  /\b([spre]k_)\w{8,}/g,
  /\b(whsec_)[\w+/=-]{8,}/g,
  /\b(rt_)[\w-]{8,}/g,
  /\b((?:Bearer|Basic) +)[\w.~+/=-]+/gi,
  // A JWT anywhere in the text: its header begins with {" in base64.
  /\b(eyJ)[\w-]{8,}\.[\w.-]+/g,
  /(client_secret\W{1,8})[^\s"',&}]+/gi,
  /\b(\w+_secret_)\w+/g,
];

const CARD_DIGITS = { min: 13, max: 19 };
const DIGITS = /\d(?:[ -]?\d){12,}/g;

/** Masks keys, bearer tokens, client secrets and card numbers in a text to be logged. */
export function redact(text: string): string {
  return maskCardNumbers(SECRETS.reduce((left, secret) => left.replace(secret, `$1${MASK}`), text));
}

/** Masks card numbers in a text that may quote a request. */
export function maskCardNumbers(text: string): string {
  return text.replace(DIGITS, (run) => (containsCardNumber(run) ? MASK : run));
}

/** Also finds a card number among other digits: in a log a needless mask does no harm. */
function containsCardNumber(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  for (let start = 0; start + CARD_DIGITS.min <= digits.length; start++) {
    const rest = digits.length - start;
    for (let length = CARD_DIGITS.min; length <= Math.min(rest, CARD_DIGITS.max); length++) {
      if (passesLuhn(digits.slice(start, start + length))) return true;
    }
  }
  return false;
}
