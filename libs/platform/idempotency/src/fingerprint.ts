import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DerivedKeys } from '@tandem/auth';

/** JSON with sorted keys: equivalent bodies give the same text, whatever their key order or white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${entries.join(',')}}`;
}

/** The parts of a request that a retry must repeat exactly. */
export interface Comparable {
  readonly method: string;
  readonly path: string;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * Recognizes a repeated request. A body may contain a password, which could be guessed from a plain hash, so this is an HMAC with
 * a key that is not in the database.
 */
@Injectable()
export class Fingerprints {
  private readonly keys: readonly [Uint8Array, ...Uint8Array[]];

  constructor(keys: DerivedKeys) {
    this.keys = keys.keysFor('request fingerprints');
  }

  /** One per key, the current key first. The first is stored; a retry may match any, so it still matches after a secret rotation. */
  calculate({ method, path, query, body }: Comparable): [Buffer, ...Buffer[]] {
    const text = [method, path, canonicalJson(query ?? {}), canonicalJson(body ?? {})].join('\n');
    const [current, ...previous] = this.keys;
    return [hmac(current, text), ...previous.map((key) => hmac(key, text))];
  }

  /** Addresses are not stored, and a plain hash of one can be reversed by brute force. */
  hashAddress(address: string): string {
    return hmac(this.keys[0], `address\n${address}`).toString('hex');
  }
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
