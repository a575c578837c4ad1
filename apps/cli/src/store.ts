import { DemoStore } from '@tandem/server';
import type { Command } from './command';
import { printed } from './print-store';

/** One more store like the demo store, under a name of one's own: `tandem store "My shop" --json`. */
export const store: Command = async (app, args) => {
  const name = args.find((arg) => !arg.startsWith('--')) ?? 'Store';
  return printed(await app.get(DemoStore).make(name), args);
};
