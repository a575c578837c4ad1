import { ValidateBy } from 'class-validator';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

const DAY = /^\d{4}-\d\d-\d\d$/;

// An unescaped plus in a query arrives as a space.
const TIME =
  /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)(Z|[+\- ](?:[01]\d|2[0-3]):?[0-5]\d)?$/i;

/** Parses an ISO 8601 date or time (`2026-12-31`, `2026-12-31T10:00:00Z`), in UTC if it has no zone. Null for anything else. */
export function readTime(text: string): Date | null {
  const [, day, clock, zone] = TIME.exec(DAY.test(text) ? `${text}T00:00` : text) ?? [];
  const local = Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(local)) return null;
  // JavaScript reads February 30 as March 2, and 24:00 as the next day.
  const isOnDay = new Date(local).toISOString().slice(0, 10) === day;
  return isOnDay ? new Date(local - offsetMs(zone)) : null;
}

/** The offset of `Z`, `+02:00` or `-0530`. */
function offsetMs(zone = 'Z'): number {
  const [, sign, hours, minutes] = /^([+\- ])(\d\d):?(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return 0;
  const ahead = (Number(hours) * 60 + Number(minutes)) * MINUTE_MS;
  return sign === '-' ? -ahead : ahead;
}

/** The last millisecond that the text covers: for a date, the end of the day. */
export function readTimeEnd(text: string): Date | null {
  const start = readTime(text);
  return start && DAY.test(text) ? new Date(start.getTime() + DAY_MS - 1) : start;
}

/** A date or time that `readTime` accepts. */
export function IsTimeText(message = '$property is not a date'): PropertyDecorator {
  return ValidateBy({
    name: 'isTimeText',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && readTime(value) !== null,
      defaultMessage: () => message,
    },
  });
}
