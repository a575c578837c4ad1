import { SetMetadata } from '@nestjs/common';

const ANONYMOUS_KEYS = 'tandem:anonymous-keys';

/** A route that makes something for visitors who are nobody yet: their Idempotency-Key counts for their own address. */
export const AnonymousKeys = (): MethodDecorator => SetMetadata(ANONYMOUS_KEYS, true);

export function takesAnonymousKeys(handler: object): boolean {
  return Reflect.getMetadata(ANONYMOUS_KEYS, handler) === true;
}
