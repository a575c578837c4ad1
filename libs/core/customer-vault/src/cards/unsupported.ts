import type { Declined } from '@tandem/provider-kit';

/** For a provider that cannot save cards. Unreachable: the registry checks that a provider implements what it supports. */
export const UNSUPPORTED: Declined = {
  status: 'declined',
  code: 'other',
  message: 'The payment provider does not save cards',
};
