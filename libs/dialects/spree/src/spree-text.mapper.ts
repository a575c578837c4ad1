import { containsCardNumber } from '@tandem/provider-kit';
import { FieldInvalid } from './errors/spree-errors';

/** What a person writes, as long as it is no card number: none is ever stored. @throws FieldInvalid */
export function textWithoutCard<T extends string | null | undefined>(field: string, text: T): T {
  if (containsCardNumber(text)) throw new FieldInvalid(field, 'must not contain a card number');
  return text;
}
