import { ValidateBy } from 'class-validator';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

// A plus that was not escaped in a query arrives as a space.
const TIME = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d{1,9})?)?(?:Z|([+\- ])(\d\d):?(\d\d))?)?$/i;

/** A day or a time of ISO 8601 (`2026-12-31`, `2026-12-31T10:00:00Z`); without a zone it is UTC. Null for anything else. */
export function readTime(text: string): Date | null {
  const [, day = '', minutes = '00:00', seconds = ':00', sign, hoursOff = '', minutesOff = ''] =
    TIME.exec(text) ?? [];
  const local = Date.parse(`${day}T${minutes}${seconds}Z`);
  if (day === '' || Number.isNaN(local)) return null;
  // JavaScript reads the 30th of February as the 2nd of March, and 24:00 as the next day.
  if (new Date(local).toISOString().slice(0, 10) !== day) return null;
  if (Number(hoursOff) > 23 || Number(minutesOff) > 59) return null;
  const offset = (Number(hoursOff) * 60 + Number(minutesOff)) * MINUTE_MS;
  return new Date(sign === '-' ? local + offset : local - offset);
}

/** The last millisecond that the text names: a day's is at its end. */
export function readTimeEnd(text: string): Date | null {
  const start = readTime(text);
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text);
  return start && isDay ? new Date(start.getTime() + DAY_MS - 1) : start;
}

/** A day or a time that `readTime` reads. */
export function IsTimeText(message = '$property is not a date'): PropertyDecorator {
  return ValidateBy({
    name: 'isTimeText',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && readTime(value) !== null,
      defaultMessage: () => message,
    },
  });
}
