import { BodyTooDeep, HalfCharacter, MalformedJson, NulCharacter } from './http.errors';

// Deeper than any storefront's metadata, shallower than what recursive code (validation, presenters) can bear.
const DEEPEST = 32;

// JSON.parse makes them own properties; whatever merges objects later must never meet them.
const POISON = new Set(['__proto__', 'constructor', 'prototype']);

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
  return Object.entries(value).map(([key, inner]) => {
    checkText(key);
    if (POISON.has(key)) throw new MalformedJson(`The request body has a property named ${key}`);
    return inner as unknown;
  });
}

/** @throws NulCharacter, HalfCharacter */
export function checkText(text: string): void {
  if (text.includes('\0')) throw new NulCharacter();
  if (HALF.test(text)) throw new HalfCharacter();
}
