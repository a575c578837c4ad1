import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { validate } from '@tandem/http';
import { propertiesOf } from '@tandem/objects';

// Spree ignores unknown properties.
const validation = validate({ whitelist: true, forbidNonWhitelisted: false });

/** Validates a body. As in Rails, null counts as omitted, except for fields that null clears. */
export const spreeBody: PipeTransform = {
  transform(body: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const nullFields = nullFieldsOf(metadata);
    const entries = Object.entries(propertiesOf(body));
    const present = entries.filter(([name, value]) => value !== null || nullFields.includes(name));
    return validation.transform(Object.fromEntries(present), metadata);
  },
};

/** A DTO's static `nullFields`: fields that can be cleared with null. */
function nullFieldsOf({ metatype }: ArgumentMetadata): readonly unknown[] {
  const fields: unknown = metatype && Reflect.get(metatype, 'nullFields');
  return Array.isArray(fields) ? fields : [];
}
