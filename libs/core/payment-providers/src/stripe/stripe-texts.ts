import type { ProviderSettings } from '@tandem/provider-kit';

/** A trimmed setting; null if unset or empty. */
export function textOf(settings: ProviderSettings, key: string): string | null {
  const value = settings[key];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}
