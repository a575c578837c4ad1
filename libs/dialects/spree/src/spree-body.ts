import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { validate } from '@tandem/http';

// Spree ignores what it does not know.
const validation = validate({ whitelist: true, forbidNonWhitelisted: false });

/** A DTO whose fields may be null, to clear what they hold. */
interface WithNullFields {
  readonly nullFields?: readonly string[];
}

/** A body as its DTO wants it. A null is blank, so it counts as left out (Rails), but for the fields that it clears. */
export const spreeBody: PipeTransform = {
  transform(body: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { nullFields = [] } = metadata.metatype as unknown as WithNullFields;
    const entries = Object.entries(body as Record<string, unknown>);
    const given = entries.filter(([name, value]) => value !== null || nullFields.includes(name));
    return validation.transform(Object.fromEntries(given), metadata);
  },
};
