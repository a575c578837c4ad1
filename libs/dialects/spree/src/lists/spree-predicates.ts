import { propertiesOf } from '@tandem/objects';
import { FieldInvalid } from '../errors/spree-errors';

/** One of Spree's `q[…]` predicates, e.g. `q[state_eq]`, undefined where it is missing. `@SpreeList` has checked its form. */
export function predicate(query: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return textIn(propertiesOf(query['q'])[name]);
}

/** `search` or `q[search]`. @throws FieldInvalid for both: one of them would be ignored */
export function searchIn(query: Readonly<Record<string, unknown>>): string | undefined {
  const [plain, inQ] = [textIn(query['search']), predicate(query, 'search')];
  if (plain !== undefined && inQ !== undefined) throw new FieldInvalid('search', 'is given twice');
  return plain ?? inQ;
}

function textIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
