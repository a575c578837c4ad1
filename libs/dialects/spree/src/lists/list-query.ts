import type { Problem } from '@tandem/http';

type Query = Readonly<Record<string, unknown>>;

// Longer than any searched text.
const MAX_LENGTH = 255;

const PAGES = ['page', 'limit'];

// Parameters that every Spree route accepts; none of them filters a list.
const ALWAYS = ['fields', 'expand', 'locale', 'currency', 'country', 'order_token'];

/** The problems of a list's query: unsupported filters or sort orders, and malformed values. */
export function listQueryProblems(query: Query, served: readonly string[]): Problem[] {
  return flatten(query)
    .filter(([name]) => !ALWAYS.includes(name))
    .flatMap(([name, value]) => {
      const words = served.includes(name) ? messageOf(name, value) : unsupported(name);
      // Spree's errors name `email_eq`, not `q[email_eq]`.
      const path = name.replace(/^q\[(.*)\]$/, '$1');
      return words === null ? [] : [{ path, value, constraints: { filter: `${path} ${words}` } }];
    });
}

/** The query's entries, with those of `q` as `q[name]`. */
function flatten({ q, ...plain }: Query): [string, unknown][] {
  if (q === undefined) return Object.entries(plain);
  if (typeof q !== 'object' || q === null || Array.isArray(q)) return [...Object.entries(plain), ['q', q]];
  const predicates = Object.entries(q).map(([name, value]): [string, unknown] => [`q[${name}]`, value]);
  return [...Object.entries(plain), ...predicates];
}

function unsupported(name: string): string {
  const isOrder = name === 'sort' || name === 'q[s]' || name === 'q[sorts]';
  return isOrder ? 'is not an order of this list' : 'is not a filter of this list';
}

function messageOf(name: string, value: unknown): string | null {
  if (PAGES.includes(name)) return null;
  if (typeof value !== 'string') return 'must be a single text';
  if (value.trim() === '') return "can't be blank";
  return value.length > MAX_LENGTH ? `is too long (maximum is ${MAX_LENGTH} characters)` : null;
}
