import {
  BodyTooDeep,
  LoneSurrogate,
  InvalidRequest,
  MalformedJson,
  NulCharacter,
} from '../errors/http.errors';

// Deeper than any storefront's metadata, shallower than recursive code (validation, serializers) can handle.
const MAX_DEPTH = 32;

// JSON.parse makes them own properties. Code that merges objects later must never see them, and class-transformer silently drops
// names of Object.prototype's methods (toString).
const PROTOTYPE_KEYS = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

// With the u flag a pair is one character, so only a lone surrogate matches.
const LONE_SURROGATE = /\p{Surrogate}/u;

/** Checks a parsed body before anything else walks it. @throws BodyTooDeep, NulCharacter, LoneSurrogate, MalformedJson */
export function checkBody(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) throw new BodyTooDeep();
    level = level.flatMap(childrenOf);
  }
}

function childrenOf(value: unknown): unknown[] {
  if (typeof value === 'string') checkText(value);
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string, unknown][] = Object.entries(value);
  return entries.map(([key, inner]) => {
    checkText(key);
    if (PROTOTYPE_KEYS.has(key)) throw new MalformedJson(`The request has a property named ${key}`);
    return inner;
  });
}

/**
 * Refuses prototype keys in a query: if they were dropped, the filter would be lost. The parser limits the depth. @throws
 * InvalidRequest
 */
export function checkQuery(query: unknown): void {
  const path = prototypeKeyIn(query);
  if (path === undefined) return;
  throw new InvalidRequest([{ path, value: '', constraints: { whitelistValidation: `${path} is unknown` } }]);
}

function prototypeKeyIn(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const entries = Object.entries(value);
  const found = entries.find(([key]) => PROTOTYPE_KEYS.has(key));
  return found?.[0] ?? entries.map(([, inner]) => prototypeKeyIn(inner)).find((name) => name !== undefined);
}

/** @throws NulCharacter, LoneSurrogate */
export function checkText(text: string): void {
  if (text.includes('\0')) throw new NulCharacter();
  if (LONE_SURROGATE.test(text)) throw new LoneSurrogate();
}
