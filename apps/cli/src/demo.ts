import { DemoStore } from '@tandem/server';
import type { Command } from './command';
import { printed } from './print-store';

/** The demo store: made once; each time with a new secret key and fresh unpaid orders. */
export const demo: Command = async (app, args) => printed(await app.get(DemoStore).run(), args);
