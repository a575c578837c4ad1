import { createHash, createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DerivedKeys } from '@tandem/auth';

/** JSON with sorted keys: two bodies that mean the same are the same, whatever the order or the white space. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${entries.join(',')}}`;
}

/** What makes two requests the same: method, path, query and body. */
export interface Comparable {
  readonly method: string;
  readonly path: string;
  readonly query: unknown;
  readonly body: unknown;
}

/**
 * By what a repeat of a request is known. A body may hold a password, which could be guessed from a plain hash: this one
 * is made with a key that is not in the database.
 */
@Injectable()
export class Fingerprints {
  private readonly keys: readonly [Uint8Array, ...Uint8Array[]];

  constructor(keys: DerivedKeys) {
    this.keys = keys.for('request fingerprints');
  }

  /** The first is stored; a repeat is known by any of them, also across a change of the secret. */
  of({ method, path, query, body }: Comparable): [Buffer, ...Buffer[]] {
    const text = [method, path, canonicalJson(query ?? {}), canonicalJson(body ?? {})].join('\n');
    const [current, ...previous] = this.keys;
    return [hmac(current, text), ...previous.map((key) => hmac(key, text))];
  }

  /** An address is not kept, and a plain hash of one can be undone by trying them all. */
  ofAddress(address: string): string {
    return hmac(this.keys[0], `address\n${address}`).toString('hex');
  }
}

function hmac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
