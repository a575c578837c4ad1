import { defineError } from '@tandem/context';

/** The gateway would not take the customer, or gave what cannot be kept of them. */
export class AccountHolderRefused extends defineError(
  'account_holder_refused',
  'refused',
  (message: string) => message,
) {}
