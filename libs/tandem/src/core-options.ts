import { startEmbeddedPostgres, type RunningPostgres } from '@tandem/database';
import { loadPlugins, usePlugins } from '@tandem/plugins';
import type { TandemPlugin } from '@tandem/provider-kit';
import type { Settings } from '@tandem/settings';
import type { CoreOptions } from './core.module';

/** The database that the settings name, or else an embedded one, which says what takes a while on stderr. */
export async function databaseFor(settings: Settings): Promise<RunningPostgres> {
  if (settings.databaseUrl === null) {
    return startEmbeddedPostgres(settings.dataDir, (line) => void process.stderr.write(`tandem: ${line}\n`));
  }
  return { url: settings.databaseUrl, stop: () => Promise.resolve() };
}

/** `plugins` are used beside those that the settings name. @throws PluginRefused */
export function coreOptions(
  settings: Settings,
  databaseUrl: string,
  plugins: readonly TandemPlugin[] = [],
): CoreOptions {
  return {
    database: { url: databaseUrl, poolSize: settings.poolSize, timeoutMs: settings.databaseTimeoutMs },
    secrets: settings,
    isPublic: settings.isPublic,
    allowedOrigins: settings.allowedOrigins,
    rateLimit: settings.rateLimit,
    plugins: usePlugins([...loadPlugins(settings.plugins), ...plugins], process.env),
    stripe: settings.stripe,
    allowPrivateWebhooks: settings.allowPrivateWebhooks,
  };
}
