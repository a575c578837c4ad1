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
  private readonly key: Uint8Array;

  constructor(keys: DerivedKeys) {
    this.key = keys.for('request fingerprints');
  }

  of({ method, path, query, body }: Comparable): Buffer {
    const text = [method, path, canonicalJson(query ?? {}), canonicalJson(body ?? {})].join('\n');
    return createHmac('sha256', this.key).update(text).digest();
  }
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
