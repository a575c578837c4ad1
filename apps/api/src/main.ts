import { readSettings } from '@tandem/config';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  process.stdout.write('tandem: starting\n');
  // Loading the server takes a second or two: it is said before what goes on.
  const { serve } = await import('./serve');
  await serve(settings);
}

main().catch((error: unknown) => {
  // One clear line for a bad setting.
  process.stderr.write(`tandem: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
