import { applyDecorators } from '@nestjs/common';
import { Type } from 'class-transformer';
import { ValidateBy, ValidateNested } from 'class-validator';

/** Each item of a list, by its DTO. A list in the place of an item is refused: class-validator would look into it unseen. */
export function EachOf(dto: () => new () => object): PropertyDecorator {
  const isNoList = {
    name: 'isNoList',
    validator: {
      validate: (item: unknown) => !Array.isArray(item),
      defaultMessage: () => '$property must not hold a list',
    },
  };
  return applyDecorators(ValidateNested({ each: true }), Type(dto), ValidateBy(isNoList, { each: true }));
}
