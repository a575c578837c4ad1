import type { DynamicModule, LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SteadyExpressAdapter } from '@tandem/http';
import type { Settings } from '@tandem/config';
import { APP_OPTIONS, prepareApp } from './prepare-app';
import type { Shutdown } from './shutdown';
import { StopServing } from './stop-serving';

interface ToServe {
  readonly settings: Settings;
  readonly shutdown: Shutdown;
  readonly logger?: LoggerService;
}

/**
 * Serves a module that contains Tandem at the settings' address, until `shutdown` ends it: in-flight requests are answered first,
 * then the module stops. @throws Error if it cannot start or listen
 */
export async function serveApp(
  module: DynamicModule,
  { settings, shutdown, logger }: ToServe,
): Promise<NestExpressApplication> {
  const options = { ...APP_OPTIONS, ...(logger && { logger }) };
  const app = await NestFactory.create<NestExpressApplication>(module, new SteadyExpressAdapter(), options);
  shutdown.add(() => app.close());
  prepareApp(app, settings);
  const stopServing = new StopServing(app);
  await app.listen(settings.port, settings.host);
  shutdown.add(() => stopServing.run());
  app.flushLogs();
  return app;
}
