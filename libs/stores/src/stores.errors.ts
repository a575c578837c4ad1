import { CoreError } from '@tandem/context';

export class RegionNotFound extends CoreError {
  readonly code = 'region_not_found';
  readonly kind = 'not_found';
  override readonly field = 'region_id';

  constructor(readonly shownId: string) {
    super('Region not found');
  }
}
