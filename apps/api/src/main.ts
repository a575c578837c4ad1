import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConsoleLogger, Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { RunningPostgres } from '@tandem/database';
import { LOG_LEVELS, readSettings, type LogLevel, type Settings } from '@tandem/settings';
import { APP_OPTIONS, databaseFor, DemoStore, prepareApp, TandemModule } from '@tandem/tandem';
import { welcome } from './welcome';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const postgres = await databaseFor(settings);
  const module = TandemModule.forRoot({ settings, databaseUrl: postgres.url });
  const app = await NestFactory.create<NestExpressApplication>(module, {
    ...APP_OPTIONS,
    logger: new ConsoleLogger({
      logLevels: levelsUpTo(settings.logLevel),
      json: process.env['NODE_ENV'] === 'production',
    }),
  });
  prepareApp(app, settings);
  stopCleanly(app, postgres);
  await app.listen(settings.port, settings.host);
  app.flushLogs();
  await greet(app, settings);
}

/** Requests in hand are answered, then the workers, the pool and our own Postgres stop, in this order. */
function stopCleanly(app: NestExpressApplication, postgres: RunningPostgres): void {
  const stop = (): void =>
    void app
      .close()
      .then(() => postgres.stop())
      .then(() => process.exit(0));
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

/** Beside an embedded database that nobody else can reach, a new user gets a demo store, and lines to paste. */
async function greet(app: NestExpressApplication, settings: Settings): Promise<void> {
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  const isForTrying = settings.databaseUrl === null && !settings.isPublic;
  const demo = isForTrying ? await app.get(DemoStore).start() : null;
  process.stdout.write(welcome(url, settings, demo));
}

function levelsUpTo(level: LogLevel): LogLevel[] {
  return LOG_LEVELS.slice(0, LOG_LEVELS.indexOf(level) + 1);
}

main().catch((error: unknown) => {
  // Whoever looks for a bug wants its stack, and what Nest said before.
  if (['debug', 'verbose'].includes(process.env['LOG_LEVEL'] ?? '')) Logger.flush();
  // One clear line for a bad setting, a plugin or a database that cannot be had.
  process.stderr.write(`tandem: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
