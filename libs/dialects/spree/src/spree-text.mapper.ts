import { containsCardNumber } from '@tandem/provider-kit';
import { FieldInvalid } from './errors/spree-errors';

/** Free text, refused if it contains a card number, so that none is stored. @throws FieldInvalid */
export function textWithoutCard<T extends string | null | undefined>(field: string, text: T): T {
  if (containsCardNumber(text)) throw new FieldInvalid(field, 'must not contain a card number');
  return text;
}
