import { defineError } from '@tandem/context';

/** A field of the body that cannot be right, in Spree's words ("is not a number"). */
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

/** A way to log in that is not offered. */
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
