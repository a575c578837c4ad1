import type { Problem } from '@tandem/http';

type Query = Readonly<Record<string, unknown>>;

// No text that is searched for is longer.
const LONGEST = 255;

const PAGES = ['page', 'limit'];

// What every route of Spree's takes; none of them narrows a list.
const ALWAYS = ['fields', 'expand', 'locale', 'currency', 'country', 'order_token'];

/** What is wrong with a list's query: a filter or an order that it does not serve, or one that means nothing. */
export function listQueryProblems(query: Query, served: readonly string[]): Problem[] {
  return flat(query)
    .filter(([name]) => !ALWAYS.includes(name))
    .flatMap(([name, value]) => {
      const words = served.includes(name) ? wordsOf(name, value) : unserved(name);
      // Spree says `email_eq`, not `q[email_eq]`, of what is wrong with one.
      const path = name.replace(/^q\[(.*)\]$/, '$1');
      return words === null ? [] : [{ path, value, constraints: { filter: `${path} ${words}` } }];
    });
}

/** The query's entries, those of `q` by their own names. */
function flat({ q, ...plain }: Query): [string, unknown][] {
  if (q === undefined) return Object.entries(plain);
  if (typeof q !== 'object' || q === null || Array.isArray(q)) return [...Object.entries(plain), ['q', q]];
  const predicates = Object.entries(q).map(([name, value]): [string, unknown] => [`q[${name}]`, value]);
  return [...Object.entries(plain), ...predicates];
}

function unserved(name: string): string {
  const isOrder = name === 'sort' || name === 'q[s]' || name === 'q[sorts]';
  return isOrder ? 'is not an order of this list' : 'is not a filter of this list';
}

function wordsOf(name: string, value: unknown): string | null {
  if (PAGES.includes(name)) return null;
  if (typeof value !== 'string') return 'must be a single text';
  if (value.trim() === '') return "can't be blank";
  return value.length > LONGEST ? `is too long (maximum is ${LONGEST} characters)` : null;
}
