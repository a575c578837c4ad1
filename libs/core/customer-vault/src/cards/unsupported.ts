import type { Declined } from '@tandem/provider-kit';

/** What a provider that keeps no cards would answer; the registry lets none claim otherwise. */
export const UNSUPPORTED: Declined = {
  status: 'declined',
  code: 'other',
  message: 'The payment provider keeps no cards',
};
