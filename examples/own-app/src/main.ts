import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readSettings } from '@tandem/settings';
import { APP_OPTIONS, databaseFor, prepareApp, Shutdown, stopServing } from '@tandem/tandem';
import { AppModule } from './app.module';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const shutdown = new Shutdown();
  const postgres = await databaseFor(settings);
  shutdown.add(() => postgres.stop());
  const module = AppModule.forRoot(settings, postgres.url);
  const app = await NestFactory.create<NestExpressApplication>(module, APP_OPTIONS);
  shutdown.add(() => app.close());
  prepareApp(app, settings);
  await app.listen(settings.port, settings.host);
  shutdown.add(() => stopServing(app));
  app.flushLogs();
  process.stdout.write(`Our shop is listening on ${await app.getUrl()}\n`);
  await shutdown.started();
}

main().catch((error: unknown) => {
  process.stderr.write(`own-app: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
