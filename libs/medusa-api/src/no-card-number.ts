import { ValidateBy } from 'class-validator';
import { containsCardNumber } from '@tandem/provider-kit';

/** No card number is ever stored with a cart or an order, however deep it is hidden. */
export function NoCardNumber(): PropertyDecorator {
  return ValidateBy({
    name: 'noCardNumber',
    validator: {
      validate: (value) => !containsCardNumber(value),
      defaultMessage: () => '$property must not contain a card number',
    },
  });
}
