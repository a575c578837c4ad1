import { applyDecorators } from '@nestjs/common';
import { ValidateBy, ValidateIf } from 'class-validator';

/** A decimal as a string or as a JSON number, which Spree also accepts. It is parsed later, with its currency. */
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
 * An optional amount whose default is the whole amount. Blank is refused: an empty form field must not capture or refund
 * everything. The DTO lists the field in `nullFields`, so that null is refused too.
 */
export function DecimalText(): PropertyDecorator {
  const notBlank = {
    name: 'isStated',
    validator: {
      validate: (value: unknown) => typeof value !== 'string' || value.trim() !== '',
      defaultMessage: () => "$property can't be blank",
    },
  };
  return applyDecorators(
    ValidateIf((_, value) => value !== undefined),
    IsDecimalText(),
    ValidateBy(notBlank),
  );
}
