import { containsCardNumber } from '@tandem/provider-kit';
import { ValidateBy } from 'class-validator';

/** Refuses card numbers at any depth of a stored property, so that they are neither stored nor echoed. */
export function NoCardNumber(): PropertyDecorator {
  return ValidateBy({
    name: 'noCardNumber',
    validator: { validate: (value) => !containsCardNumber(value) },
  });
}
