import type { AddApiKeyInput } from '@tandem/auth';
import { predicate } from '../../spree-predicates';
import { textWithoutCard } from '../../spree-text.mapper';
import type { AddApiKeyDto } from './api-key.dto';

/** `q[key_type_eq]`; null for all. */
export function keyTypeIn(query: Readonly<Record<string, unknown>>): string | null {
  return predicate(query, 'key_type_eq') ?? null;
}

/** @throws FieldInvalid */
export function toAddApiKey({ name, key_type }: AddApiKeyDto): AddApiKeyInput {
  return { title: textWithoutCard('name', name), type: key_type };
}
