import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Settings } from '@tandem/config';
import {
  databaseFor,
  DemoStore,
  namingSetting,
  serveApp,
  Shutdown,
  TandemModule,
  type StoreAtStart,
} from '@tandem/server';
import { StartLogger } from './start-logger';
import { welcome } from './welcome';

/** Serves until a signal ends it: requests in hand are answered, then the workers, the pool and our own Postgres stop. */
export async function serve(settings: Settings): Promise<void> {
  const shutdown = new Shutdown();
  try {
    const app = await start(settings, shutdown);
    await greet(app, settings);
    await shutdown.started();
  } catch (error) {
    // Debugging needs the stack, and what Nest said before.
    if (['debug', 'verbose'].includes(settings.logLevel)) Logger.flush();
    // One clear line for a plugin, an address or a database that cannot be had.
    process.stderr.write(`tandem: ${namingSetting(error, settings).message}\n`);
    await shutdown.end(1);
  }
}

async function start(settings: Settings, shutdown: Shutdown): Promise<NestExpressApplication> {
  const databaseUrl = await databaseFor(settings, shutdown);
  const module = TandemModule.forRoot({ settings, databaseUrl });
  return serveApp(module, { settings, shutdown, logger: new StartLogger(settings.logLevel) });
}

/** Beside an embedded database that nobody else can reach, a new user gets a demo store, and lines to paste. */
async function greet(app: NestExpressApplication, settings: Settings): Promise<void> {
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  const isForTrying = settings.databaseUrl === null && !settings.isPublic;
  const demo = isForTrying ? await demoStore(app) : null;
  process.stdout.write(welcome(url, settings, demo));
}

/** A server is there for its stores: whatever has become of the demo's, it serves. */
async function demoStore(app: NestExpressApplication): Promise<StoreAtStart | null> {
  try {
    return await app.get(DemoStore).start();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(`tandem: the demo store cannot be shown: ${reason}\n`);
    return null;
  }
}
