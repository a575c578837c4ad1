import {
  BodyTooDeep,
  HalfCharacter,
  InvalidRequest,
  MalformedJson,
  NulCharacter,
} from '../errors/http.errors';

// Deeper than any storefront's metadata, shallower than what recursive code (validation, presenters) can bear.
const DEEPEST = 32;

// JSON.parse makes them own properties; whatever merges objects later must never meet them, and class-transformer drops without a
// word what every object has a function of (toString).
const POISON = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

// With the flag a pair is one character, so only a half alone is a surrogate.
const HALF = /\p{Surrogate}/u;

/** Checks a parsed body before anything walks it. @throws BodyTooDeep, NulCharacter, HalfCharacter, MalformedJson */
export function checkBody(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST) throw new BodyTooDeep();
    level = level.flatMap(innerOf);
  }
}

function innerOf(value: unknown): unknown[] {
  if (typeof value === 'string') checkText(value);
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string, unknown][] = Object.entries(value);
  return entries.map(([key, inner]) => {
    checkText(key);
    if (POISON.has(key)) throw new MalformedJson(`The request has a property named ${key}`);
    return inner;
  });
}

/** A query names none of them either: dropped, it would narrow nothing. Its depth is bounded by its parser. @throws InvalidRequest */
export function checkQuery(query: unknown): void {
  const path = poisonIn(query);
  if (path === undefined) return;
  throw new InvalidRequest([{ path, value: '', constraints: { whitelistValidation: `${path} is unknown` } }]);
}

function poisonIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const found = entries.find(([key]) => POISON.has(key));
  return found?.[0] ?? entries.map(([, inner]) => poisonIn(inner)).find((name) => name !== undefined);
}

/** @throws NulCharacter, HalfCharacter */
export function checkText(text: string): void {
  if (text.includes('\0')) throw new NulCharacter();
  if (HALF.test(text)) throw new HalfCharacter();
}
