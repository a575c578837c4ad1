import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { validate } from '@tandem/http';
import { propertiesOf } from '@tandem/objects';

// Spree ignores what it does not know.
const validation = validate({ whitelist: true, forbidNonWhitelisted: false });

/** A body as its DTO wants it. A null is blank, so it counts as left out (Rails), but for the fields that it clears. */
export const spreeBody: PipeTransform = {
  transform(body: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const nullFields = nullFieldsOf(metadata);
    const entries = Object.entries(propertiesOf(body));
    const given = entries.filter(([name, value]) => value !== null || nullFields.includes(name));
    return validation.transform(Object.fromEntries(given), metadata);
  },
};

/** A DTO's static `nullFields`: its fields that may be null, to clear what they hold. */
function nullFieldsOf({ metatype }: ArgumentMetadata): readonly unknown[] {
  const fields: unknown = metatype && Reflect.get(metatype, 'nullFields');
  return Array.isArray(fields) ? fields : [];
}
