import { CoreError, RestoredError, toStoredError } from '@tandem/context';
import { maskCardNumbers } from '@tandem/http';
import { Money } from '@tandem/money';
import { isObject, propertiesOf } from '@tandem/objects';

// Increase it when a read model's format changes incompatibly; this file then reads both, because stored responses are replayed
// for 24 hours.
const VERSION = 1;

/** Marks a value that JSON cannot represent; an object that has this key itself is wrapped. */
const TAG = '$';

/**
 * Encodes a read model (what an act returned, or the error it ended in) as text, so that the response can be serialized from it again.
 * JSON loses amounts, times, bigints and undefined, so these are tagged. @throws TypeError for anything a read model must not contain (a function, a
 * class)
 */
export function encodeReadModel(model: unknown): string {
  if (model instanceof CoreError)
    return JSON.stringify({ v: VERSION, refusal: tag(toStoredError(model)) }, masked);
  return JSON.stringify({ v: VERSION, model: tag(model) });
}

/** Restores the read model, or the error (RestoredError). @throws Error for another version */
export function decodeReadModel(text: string): unknown {
  const { v, model, refusal } = propertiesOf(JSON.parse(text));
  if (v !== VERSION)
    throw new Error(`a stored read model has version ${String(v)}; this server reads ${VERSION}`);
  return refusal === undefined ? untag(model) : RestoredError.from(untag(refusal));
}

/** An error message may repeat the input, which may be a card number. */
function masked(_: string, value: unknown): unknown {
  return typeof value === 'string' ? maskCardNumbers(value) : value;
}

function tag(value: unknown): unknown {
  if (typeof value !== 'object') return tagScalar(value);
  if (value === null) return null;
  if (Array.isArray(value)) return value.map(tag);
  if (value instanceof Date) return { [TAG]: 'date', of: value.toISOString() };
  if (value instanceof Money) return { [TAG]: 'money', of: [String(value.minor), value.currency] };
  return tagObject(value);
}

function tagScalar(value: unknown): unknown {
  switch (typeof value) {
    case 'undefined':
      return { [TAG]: 'undefined' };
    case 'bigint':
      return { [TAG]: 'bigint', of: String(value) };
    case 'number':
      if (!Number.isFinite(value)) throw notStorable(String(value));
      return value;
    case 'string':
    case 'boolean':
      return value;
    default:
      throw notStorable(typeof value);
  }
}

function tagObject(value: object): unknown {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw notStorable(value.constructor.name);
  const entries = Object.entries(value).map(([name, inner]) => [name, tag(inner)] as const);
  const tagged = Object.fromEntries(entries);
  return Object.hasOwn(value, TAG) ? { [TAG]: 'object', of: tagged } : tagged;
}

const UNTAG: Readonly<Record<string, (of: unknown) => unknown>> = {
  undefined: () => undefined,
  bigint: (of) => BigInt(String(of)),
  date: (of) => new Date(String(of)),
  money: (of) => {
    const { 0: minor, 1: currency } = propertiesOf(of);
    return Money.of(BigInt(String(minor)), String(currency));
  },
  object: (of) => untagObject(propertiesOf(of)),
};

function untag(value: unknown): unknown {
  if (!isObject(value)) return value;
  if (Array.isArray(value)) return value.map(untag);
  if (!Object.hasOwn(value, TAG)) return untagObject(value);
  const { [TAG]: name, of } = value;
  const read = UNTAG[String(name)];
  if (!read) throw new Error(`a stored response has an unknown tag ${String(name)}`);
  return read(of);
}

function untagObject(value: object): unknown {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, untag(inner)]));
}

function notStorable(what: string): TypeError {
  return new TypeError(`a read model contains a ${what}, which cannot be stored`);
}
