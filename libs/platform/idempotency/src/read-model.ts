import { CoreError, RestoredError, toStoredError } from '@tandem/context';
import { maskCardNumbers } from '@tandem/http';
import { Money } from '@tandem/money';
import { isObject, propertiesOf } from '@tandem/objects';

// Raised when a read model's shape changes so that what was stored before must be read another way: then this file reads both, for a
// stored response is replayed for 24 hours.
const VERSION = 1;

/** Stands in for what JSON has no form for; an object of ours that has this key is wrapped itself. */
const TAG = '$';

/**
 * A read model as text: what an act returned, or the refusal that it ended in, so that the response can be serialized from it again. JSON keeps neither amounts,
 * times, bigints nor what is undefined, so they are tagged. @throws TypeError for what no read model may hold (a function, a
 * class)
 */
export function encodeReadModel(model: unknown): string {
  if (model instanceof CoreError)
    return JSON.stringify({ v: VERSION, refusal: tag(toStoredError(model)) }, masked);
  return JSON.stringify({ v: VERSION, model: tag(model) });
}

/** The read model again, or the refusal (RestoredError). @throws Error for the version of another server */
export function decodeReadModel(text: string): unknown {
  const { v, model, refusal } = propertiesOf(JSON.parse(text));
  if (v !== VERSION)
    throw new Error(`a stored read model has version ${String(v)}; this server reads ${VERSION}`);
  return refusal === undefined ? untag(model) : RestoredError.from(untag(refusal));
}

/** A refusal may say back what was sent, and that may be a card's number. */
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
  if (!read) throw new Error(`a stored response holds a ${String(name)}, which this server does not know`);
  return read(of);
}

function untagObject(value: object): unknown {
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, untag(inner)]));
}

function notStorable(what: string): TypeError {
  return new TypeError(`a read model holds a ${what}, which cannot be stored`);
}
