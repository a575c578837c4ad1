import { readSettings } from '@tandem/config';

async function main(): Promise<void> {
  const settings = readSettings(process.env);
  process.stdout.write('tandem: starting\n');
  // Loading the server takes a second or two: say so first.
  const { serve } = await import('./serve');
  await serve(settings);
}

main().catch((error: unknown) => {
  // An invalid setting prints one line, without a stack.
  process.stderr.write(`tandem: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
