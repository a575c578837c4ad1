import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readSettings, type Settings } from '@tandem/config';
import { CoreModule, coreOptions, databaseFor, withSettingName, Shutdown } from '@tandem/server';
import { deleteAdmin, resetAdminPassword } from './admins';
import type { Command, Work } from './command';
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

// 128 + SIGINT: the exit code that shells expect after Ctrl-C.
const INTERRUPTED = 130;

async function main(): Promise<void> {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new Error(`usage: tandem <${Object.keys(COMMANDS).join(' | ')}> [--json]`);
  const work = command(args);
  const settings = readSettings(process.env);
  const shutdown = new Shutdown(INTERRUPTED);
  const exitCode = await run(work, { settings, shutdown }).catch((error: unknown) => {
    process.stderr.write(`tandem: ${withSettingName(error, settings).message}\n`);
    return 1;
  });
  await shutdown.end(exitCode);
}

async function run(
  work: Work,
  { settings, shutdown }: { readonly settings: Settings; readonly shutdown: Shutdown },
): Promise<number> {
  const databaseUrl = await databaseFor(settings, shutdown);
  const module = CoreModule.forRoot(coreOptions(settings, databaseUrl));
  const app = await NestFactory.createApplicationContext(module, {
    logger: ['error'],
    abortOnError: false,
    bufferLogs: true,
    autoFlushLogs: false,
  });
  shutdown.add(() => app.close());
  app.flushLogs();
  await shutdown.started();
  const result = await work(app);
  const { text, exitCode } = typeof result === 'string' ? { text: result, exitCode: 0 } : result;
  process.stdout.write(`${text}\n`);
  return exitCode;
}

main().catch((error: unknown) => {
  process.stderr.write(`tandem: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
