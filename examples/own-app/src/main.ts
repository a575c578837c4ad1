import 'reflect-metadata';
import { readSettings, type Settings } from '@tandem/config';
import { databaseFor, serveApp, Shutdown } from '@tandem/server';
import { AppModule } from './app.module';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  const shutdown = new Shutdown();
  try {
    await start(settings, shutdown);
    await shutdown.started();
  } catch (error) {
    process.stderr.write(`own-app: ${error instanceof Error ? error.message : String(error)}\n`);
    await shutdown.end(1);
  }
}

async function start(settings: Settings, shutdown: Shutdown): Promise<void> {
  const module = AppModule.forRoot(settings, await databaseFor(settings, shutdown));
  const app = await serveApp(module, { settings, shutdown });
  process.stdout.write(`Our shop is listening on ${await app.getUrl()}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`own-app: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
