import { CoreError } from '@tandem/context';

/** The gateway would not take the customer, or gave what cannot be kept of them. */
export class AccountHolderRefused extends CoreError {
  readonly code = 'account_holder_refused';
  readonly kind = 'refused';
}
