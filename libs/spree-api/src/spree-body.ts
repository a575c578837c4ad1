import type { ArgumentMetadata, PipeTransform } from '@nestjs/common';
import { InvalidRequest, validate } from '@tandem/http';

// Spree ignores what it does not know.
const validation = validate({ whitelist: true, forbidNonWhitelisted: false });

/** What a DTO says beside its fields. */
interface BodyRules {
  /** Fields that may be null, to clear what they hold. */
  readonly nullFields?: readonly string[];
  /** What Spree documents here and Tandem does not serve: refused, for ignoring it would widen what was asked for. */
  readonly refusedFields?: readonly string[];
}

/** A body as its DTO wants it. A null is blank, so it counts as left out (Rails), but for the fields that it clears. */
export const spreeBody: PipeTransform = {
  transform(body: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const { nullFields = [], refusedFields = [] } = metadata.metatype as unknown as BodyRules;
    const entries = Object.entries(body as Record<string, unknown>);
    const given = entries.filter(([name, value]) => value !== null || nullFields.includes(name));
    refuse(given.filter(([name]) => refusedFields.includes(name)));
    return validation.transform(Object.fromEntries(given), metadata);
  },
};

/** @throws InvalidRequest */
function refuse(fields: readonly [string, unknown][]): void {
  const problems = fields.map(([path, value]) => ({
    path,
    value,
    constraints: { refusedField: `${path} cannot be set here` },
  }));
  if (problems.length > 0) throw new InvalidRequest(problems);
}
