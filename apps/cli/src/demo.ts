import { DemoStore } from '@tandem/server';
import { command } from './command';
import { printed } from './print-store';

/** The demo store: made once; each time with a new secret key and fresh unpaid orders. */
export const demo = command({
  options: {},
  takesArgument: false,
  run: async (app, { json }) => printed(await app.get(DemoStore).run(), json),
});
