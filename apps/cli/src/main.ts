import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings } from '@tandem/settings';
import { CoreModule, coreOptions, databaseFor } from '@tandem/tandem';
import { deleteAdmin, resetAdminPassword } from './admins';
import type { Command } from './command';
import { demo } from './demo';
import { reconcile } from './reconcile';
import { reseal } from './reseal';
import { store } from './store';

const COMMANDS: Readonly<Record<string, Command>> = {
  demo,
  store,
  reconcile,
  reseal,
  'delete-admin': deleteAdmin,
  'reset-admin-password': resetAdminPassword,
};

/** The exit code. */
async function main(): Promise<number> {
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
    const result = await command(app, args);
    const { text, exitCode } = typeof result === 'string' ? { text: result, exitCode: 0 } : result;
    process.stdout.write(`${text}\n`);
    await app.close();
    return exitCode;
  } finally {
    await postgres.stop();
  }
}

main().then(
  (exitCode) => process.exit(exitCode),
  (error: unknown) => {
    process.stderr.write(`tandem: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exit(1);
  },
);
