import { CoreError } from '@tandem/context';

export class UnknownProvider extends CoreError {
  readonly code = 'unknown_provider';
  readonly kind = 'invalid';
  override readonly field = 'providerId';

  constructor(id: string) {
    super(`No payment provider is registered as ${id}`);
  }
}
