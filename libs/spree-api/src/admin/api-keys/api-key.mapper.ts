import type { ApiKeyType } from '@tandem/auth';
import { predicate } from '../../spree-predicates';

/** `q[key_type_eq]`; null for all, and for what is no type. */
export function keyTypeIn(query: Readonly<Record<string, unknown>>): ApiKeyType | null {
  const type = predicate(query, 'key_type_eq');
  return type === 'publishable' || type === 'secret' ? type : null;
}
