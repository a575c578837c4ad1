import { CoreError } from '@tandem/context';

/** The storefront has not asked for the cart's payment collection yet (Medusa). */
export class CollectionNotInitiated extends CoreError {
  readonly code = 'payment_collection_not_initiated';
  readonly kind = 'invalid';

  constructor() {
    super('Payment collection has not been initiated for cart');
  }
}

/** Something is to be paid, and no session is there to pay it. */
export class NoSessionToComplete extends CoreError {
  readonly code = 'no_payment_session';
  readonly kind = 'invalid';

  constructor() {
    super('Payment sessions are required to complete cart');
  }
}
