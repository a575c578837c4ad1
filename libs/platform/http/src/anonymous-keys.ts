import { SetMetadata } from '@nestjs/common';

const ANONYMOUS_KEYS = 'tandem:anonymous-keys';

/** A route that creates something for anonymous visitors: their Idempotency-Key is scoped to their IP address. */
export const AnonymousKeys = (): MethodDecorator => SetMetadata(ANONYMOUS_KEYS, true);

export function takesAnonymousKeys(handler: object): boolean {
  return Reflect.getMetadata(ANONYMOUS_KEYS, handler) === true;
}
