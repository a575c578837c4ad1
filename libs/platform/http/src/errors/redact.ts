import { passesLuhn } from '@tandem/provider-kit';

const MASK = '***';

// Each keeps what tells a reader of the log which secret it was, and masks the rest.
const SECRETS: readonly RegExp[] = [
  /\b([spre]k_)\w{8,}/g,
  /\b(whsec_)[\w+/=-]{8,}/g,
  /\b(rt_)[\w-]{8,}/g,
  /\b((?:Bearer|Basic) +)[\w.~+/=-]+/gi,
  // A JWT, wherever it stands: its header begins with {" in base64.
  /\b(eyJ)[\w-]{8,}\.[\w.-]+/g,
  /(client_secret\W{1,8})[^\s"',&}]+/gi,
  /\b(\w+_secret_)\w+/g,
];

const CARD_DIGITS = { fewest: 13, most: 19 };
const DIGITS = /\d(?:[ -]?\d){12,}/g;

/** Masks keys, bearer tokens, client secrets and card numbers in a text that is to be logged. */
export function redact(text: string): string {
  return maskCardNumbers(SECRETS.reduce((left, secret) => left.replace(secret, `$1${MASK}`), text));
}

/** Masks card numbers in a text that may say back what somebody has sent. */
export function maskCardNumbers(text: string): string {
  return text.replace(DIGITS, (run) => (holdsCardNumber(run) ? MASK : run));
}

/** Also where other digits stand beside the card's: in a log a mask too many costs nothing. */
function holdsCardNumber(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  for (let start = 0; start + CARD_DIGITS.fewest <= digits.length; start++) {
    const rest = digits.length - start;
    for (let length = CARD_DIGITS.fewest; length <= Math.min(rest, CARD_DIGITS.most); length++) {
      if (passesLuhn(digits.slice(start, start + length))) return true;
    }
  }
  return false;
}
