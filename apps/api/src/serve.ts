import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@tandem/config';
import {
  databaseFor,
  DemoStore,
  withSettingName,
  serveApp,
  Shutdown,
  TandemModule,
  type DemoStoreAtStart,
} from '@tandem/server';
import { StartLogger } from './start-logger';
import { welcome } from './welcome';

/** Serves until a signal: in-flight requests are answered, then the workers, the pool and the embedded Postgres stop. */
export async function serve(settings: Settings): Promise<void> {
  const shutdown = new Shutdown();
  try {
    const app = await start(settings, shutdown);
    await printWelcome(app, settings);
    await shutdown.started();
  } catch (error) {
    // For debugging, print what Nest has logged so far, with the stack.
    if (['debug', 'verbose'].includes(settings.logLevel)) Logger.flush();
    // A refused plugin, a used port or an unreachable database prints one line, without a stack.
    process.stderr.write(`tandem: ${withSettingName(error, settings).message}\n`);
    await shutdown.end(1);
  }
}

async function start(settings: Settings, shutdown: Shutdown): Promise<NestExpressApplication> {
  const databaseUrl = await databaseFor(settings, shutdown);
  const module = TandemModule.forRoot({ settings, databaseUrl });
  return serveApp(module, { settings, shutdown, logger: new StartLogger(settings.logLevel) });
}

/** With the embedded database, and only if the server is not public, a new user gets a demo store and commands to paste. */
async function printWelcome(app: NestExpressApplication, settings: Settings): Promise<void> {
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  const isLocalTrial = settings.databaseUrl === null && !settings.isPublic;
  const demo = isLocalTrial ? await demoStore(app) : null;
  process.stdout.write(welcome(url, settings, demo));
}

/** A failure to create the demo store does not stop the server. */
async function demoStore(app: NestExpressApplication): Promise<DemoStoreAtStart | null> {
  try {
    return await app.get(DemoStore).start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`tandem: cannot set up the demo store: ${reason}\n`);
    return null;
  }
}
