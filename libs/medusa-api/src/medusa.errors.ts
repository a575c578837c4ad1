import { CoreError } from '@tandem/context';

/** A store is its own only sales channel, and another was named. */
export class SalesChannelNotFound extends CoreError {
  readonly code = 'sales_channel_not_found';
  readonly kind = 'not_found';

  /** `shownId` is the id as the caller spelled it. */
  constructor(readonly shownId: string) {
    super('Sales channel not found');
  }
}
