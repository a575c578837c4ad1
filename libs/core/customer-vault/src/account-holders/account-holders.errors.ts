import { defineError } from '@tandem/context';

/** The gateway refused the customer, or returned data that must not be stored. */
export class AccountHolderRefused extends defineError(
  'account_holder_refused',
  'refused',
  (message: string) => message,
) {}
