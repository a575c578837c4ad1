import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { readSettings } from '@tandem/settings';
import { APP_OPTIONS, databaseFor, prepareApp } from '@tandem/tandem';
import { AppModule } from './app.module';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const postgres = await databaseFor(settings);
  const module = AppModule.forRoot(settings, postgres.url);
  const app = await NestFactory.create<NestExpressApplication>(module, APP_OPTIONS);
  prepareApp(app, settings);
  process.once('SIGTERM', () => void app.close().then(() => postgres.stop()));
  await app.listen(settings.port, settings.host);
  app.flushLogs();
  process.stdout.write(`Our shop is listening on ${await app.getUrl()}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`own-app: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
