import { defineError } from '@tandem/context';

/** An invalid field of the body, in Spree's wording ("is not a number"). */
export class FieldInvalid extends defineError(
  'validation_error',
  'invalid',
  (field: string, words: string) => `${humanize(field)} ${words}`,
) {
  constructor(
    override readonly field: string,
    readonly words: string,
  ) {
    super(field, words);
  }
}

/** An unsupported login method. */
export class InvalidProvider extends defineError(
  'invalid_provider',
  'invalid',
  'Unsupported authentication provider',
) {}

/** "payment_method_id" as Rails says it in a sentence: "Payment method". */
export function humanize(field: string): string {
  const words = field.replace(/_id$/, '').replaceAll('_', ' ').replaceAll('.', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
