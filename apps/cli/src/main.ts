import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '@tandem/settings';
import { CoreModule, coreOptions, databaseFor } from '@tandem/tandem';
import type { Command } from './command';
import { demo } from './demo';
import { store } from './store';

const COMMANDS: Readonly<Record<string, Command>> = { demo, store };

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Error(`usage: tandem <${Object.keys(COMMANDS).join(' | ')}> [--json]`);
  const settings = readSettings(process.env);
  const postgres = await databaseFor(settings);
  try {
    const module = CoreModule.forRoot(coreOptions(settings, postgres.url));
    const app = await NestFactory.createApplicationContext(module, {
      logger: ['error'],
      abortOnError: false,
      bufferLogs: true,
      autoFlushLogs: false,
    });
    app.flushLogs();
    process.stdout.write(`${await command(app, args)}\n`);
    await app.close();
  } finally {
    await postgres.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`tandem: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
