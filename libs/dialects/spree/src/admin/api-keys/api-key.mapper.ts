import type { CreateApiKeyInput, ApiKeyFilters } from '@tandem/auth';
import { predicate } from '../../lists/spree-predicates';
import { textWithoutCard } from '../../spree-text.mapper';
import type { CreateApiKeyDto } from './api-key.dto';

/** `q[key_type_eq]`. */
export function keyFiltersIn(query: Readonly<Record<string, unknown>>): ApiKeyFilters {
  return { type: predicate(query, 'key_type_eq') };
}

/** @throws FieldInvalid */
export function toCreateApiKey({ name, key_type, scopes = [] }: CreateApiKeyDto): CreateApiKeyInput {
  return { title: nameIn(name), type: key_type, scopes };
}

/** @throws FieldInvalid */
export function nameIn(name: string): string {
  return textWithoutCard('name', name);
}
