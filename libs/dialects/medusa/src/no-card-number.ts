import { containsCardNumber } from '@tandem/provider-kit';
import { ValidateBy } from 'class-validator';

/** What is kept, however deep: whoever puts a card's number into it is refused, and it is neither stored nor echoed. */
export function NoCardNumber(): PropertyDecorator {
  return ValidateBy({
    name: 'noCardNumber',
    validator: { validate: (value) => !containsCardNumber(value) },
  });
}
