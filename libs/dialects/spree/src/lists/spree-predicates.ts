import { propertiesOf } from '@tandem/objects';
import { FieldInvalid } from '../errors/spree-errors';

/** One of Spree's `q[…]` predicates, e.g. `q[state_eq]`; undefined if missing. `@SpreeList` has validated it. */
export function predicate(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return textIn(propertiesOf(query['q'])[name]);
}

/** `search` or `q[search]`. @throws FieldInvalid if both are given: one of them would be ignored */
export function searchIn(query: Readonly<Record<string, unknown>>): string | undefined {
  const [plain, inQ] = [textIn(query['search']), predicate(query, 'search')];
  if (plain !== undefined && inQ !== undefined) throw new FieldInvalid('search', 'is given twice');
  return plain ?? inQ;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
