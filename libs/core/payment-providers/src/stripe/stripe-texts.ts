import type { ProviderSettings } from '@tandem/provider-kit';

/** A setting without what a paste leaves around it; null where it is not set or empty. */
export function textOf(settings: ProviderSettings, key: string): string | null {
  const value = settings[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
