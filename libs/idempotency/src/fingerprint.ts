import { createHash } from 'node:crypto';

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

export function fingerprintOf({ method, path, query, body }: Comparable): Buffer {
  return sha256([method, path, canonicalJson(query ?? {}), canonicalJson(body ?? {})].join('\n'));
}

export function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
