import { defineError } from '@tandem/context';

export class UnknownProvider extends defineError(
  'unknown_provider',
  'invalid',
  (id: string) => `No payment provider is registered as ${id}`,
  { field: 'providerId' },
) {}
