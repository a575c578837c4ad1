import { startEmbeddedPostgres, type RunningPostgres } from '@tandem/database';
import { loadPlugins } from '@tandem/payment-providers';
import type { Settings } from '@tandem/settings';
import type { CoreOptions } from './core.module';

/** The database that the settings name, or else an embedded one. */
export async function databaseFor(settings: Settings): Promise<RunningPostgres> {
  if (settings.databaseUrl === null) return startEmbeddedPostgres(settings.dataDir);
  return { url: settings.databaseUrl, stop: () => Promise.resolve() };
}

/** @throws Error that names the plugin which cannot be loaded */
export function coreOptions(settings: Settings, databaseUrl: string): CoreOptions {
  return {
    database: { url: databaseUrl, poolSize: settings.poolSize },
    secrets: settings,
    rateLimit: settings.rateLimit,
    allowPrivateWebhooks: settings.allowPrivateWebhooks,
    providers: loadPlugins(settings.plugins, process.env),
  };
}
