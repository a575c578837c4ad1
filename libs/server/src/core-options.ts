import { EmbeddedPostgres } from '@tandem/database';
import { loadPlugins, usePlugins } from '@tandem/plugins';
import type { TandemPlugin } from '@tandem/provider-kit';
import type { Settings } from '@tandem/config';
import type { CoreOptions } from './core.module';
import type { Shutdown } from './serve/shutdown';

/**
 * The URL of the configured database, or of an embedded one, which reports slow steps on stderr. The embedded one stops with the
 * process, even if the process ends before Postgres has started.
 */
export async function databaseFor(settings: Settings, shutdown: Shutdown): Promise<string> {
  if (settings.databaseUrl !== null) return settings.databaseUrl;
  const report = (line: string): void => void process.stderr.write(`tandem: ${line}\n`);
  const postgres = new EmbeddedPostgres(settings.dataDir, report);
  shutdown.add(() => postgres.stop());
  return postgres.start();
}

/** `plugins` are used in addition to those of the settings. @throws PluginRefused */
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
