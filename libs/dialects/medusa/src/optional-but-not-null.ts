import { ValidateIf } from 'class-validator';

/** Optional, but not null, which class-validator's IsOptional accepts. */
export function OptionalButNotNull(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
