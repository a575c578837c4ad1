import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';

/** Validates each item of a list by its DTO. Refuses a nested list: class-validator would descend into it without validating. */
export function ValidateEach(dto: () => new () => object): PropertyDecorator {
  const isNoList = {
    name: 'isNoList',
    validator: {
      validate: (item: unknown) => !Array.isArray(item),
      defaultMessage: () => '$property must not hold a list',
    },
  };
  return applyDecorators(ValidateNested({ each: true }), Type(dto), ValidateBy(isNoList, { each: true }));
}
