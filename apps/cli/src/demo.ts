import { DemoStore } from '@tandem/server';
import { command } from './command';
import { printed } from './print-store';

/** Creates the demo store if it does not exist; each run creates a new secret key and unpaid orders. */
export const demo = command({
  options: {},
  takesArgument: false,
  run: async (app, { json }) => printed(await app.get(DemoStore).run(), json),
});
