import { ValidateIf } from 'class-validator';

/** May be left out, and is no null: class-validator's own IsOptional lets that through. */
export function WhenGiven(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
