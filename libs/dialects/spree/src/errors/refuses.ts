import { registerDecorator } from 'class-validator';

/**
 * Properties that Spree documents in such a body and that are not served here: they are 422. Left out of the DTO they would
 * be dropped without a word, and the request would do more, or other, than was asked for.
 */
export function Refuses(...properties: readonly string[]): ClassDecorator {
  return (target) => {
    for (const propertyName of properties) {
      registerDecorator({
        name: 'refusedProperty',
        target,
        propertyName,
        validator: {
          validate: (value: unknown) => value === undefined || value === null,
          defaultMessage: () => '$property cannot be set here',
        },
      });
    }
  };
}
