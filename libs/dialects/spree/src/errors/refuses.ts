import { registerDecorator } from 'class-validator';

/**
 * Properties that Spree documents for this body but that are not supported here: they answer 422. Dropping them silently would
 * make the request do something other than the client asked for.
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
