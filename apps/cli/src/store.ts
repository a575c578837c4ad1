import { DemoStore } from '@tandem/server';
import { command } from './command';
import { printed } from './print-store';

/** Creates another store like the demo store, with a given name: `tandem store "My shop" --json`. */
export const store = command({
  options: {},
  takesArgument: true,
  run: async (app, { json }, name = 'Store') => printed(await app.get(DemoStore).create(name), json),
});
