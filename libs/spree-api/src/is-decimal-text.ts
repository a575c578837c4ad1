import { ValidateBy } from 'class-validator';

/** A decimal as text, or as a JSON number, which Spree takes as well; what it says is read with its currency. */
export function IsDecimalText(): PropertyDecorator {
  return ValidateBy({
    name: 'isDecimalText',
    validator: {
      validate: (value: unknown) => typeof value === 'string' || typeof value === 'number',
      defaultMessage: () => '$property is not a number',
    },
  });
}
