import { applyDecorators } from '@nestjs/common';
import { ValidateBy, ValidateIf } from 'class-validator';

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

/**
 * May be left out, and then means all there is; given and blank it means nothing, and is refused: an empty field of a form must not
 * move everything. Its DTO names it in `nullFields`, so that a null is seen.
 */
export function StatedDecimal(): PropertyDecorator {
  const isStated = {
    name: 'isStated',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || value.trim() !== '',
      defaultMessage: () => "$property can't be blank",
    },
  };
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    IsDecimalText(),
    ValidateBy(isStated),
  );
}
