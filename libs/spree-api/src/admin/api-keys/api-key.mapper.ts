import type { AddApiKeyInput, ApiKeyFilters } from '@tandem/auth';
import { predicate } from '../../spree-predicates';
import { textWithoutCard } from '../../spree-text.mapper';
import type { AddApiKeyDto } from './api-key.dto';

/** `q[key_type_eq]`. */
export function keyFiltersIn(query: Readonly<Record<string, unknown>>): ApiKeyFilters {
  return { type: predicate(query, 'key_type_eq') };
}

/** @throws FieldInvalid */
export function toAddApiKey({ name, key_type }: AddApiKeyDto): AddApiKeyInput {
  return { title: textWithoutCard('name', name), type: key_type };
}
